"""How is corrected what otherwise stays as it is? Where somebody says so, and for that long."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

SETTING = "motcua.corrects"


@contextmanager
def correcting() -> Iterator[None]:
    """Let the register be corrected in what the database keeps from a plain UPDATE.

    What has ended opens again, an organization turns out to be of another kind, a leave cover from
    before the rule has no end again. Within the block only; whoever uses it writes down why (an
    undone plan has its event).
    """
    with transaction.atomic():
        _say("on")
        yield
        _say("")


def _say(value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [SETTING, value])
