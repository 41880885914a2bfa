"""The figures of processing."""

from ..answers import SHOWN, everybody
from ..rows import Row
from ..town import Things


def office(things: Things) -> tuple[str]:
    return (things.office.identifier,)


FOR_EVERYBODY: list[Row] = [
    Row("statistics:overview", everybody(SHOWN)),
    Row("statistics:download", everybody(SHOWN)),
    Row("statistics:office", everybody(SHOWN), at=office),
    Row("statistics:office_download", everybody(SHOWN), at=office),
    Row("statistics:method", everybody(SHOWN)),
]

ROWS = [*FOR_EVERYBODY]
