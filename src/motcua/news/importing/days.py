"""When was it? Dates as other sites write them; a day without an hour is that morning."""

from datetime import datetime, time

from motcua.periods.clock import VIETNAM

WRITTEN = ("%d/%m/%Y %H:%M", "%d/%m/%Y", "%Y-%m-%d %H:%M:%S", "%d-%m-%Y", "%d.%m.%Y")
MORNING = time(8)
OLDEST = 1990


def moment(text: str) -> datetime | None:
    """An aware moment, or nothing where ``text`` names none; without a zone it is Việt Nam's."""
    text = text.strip()
    found = _iso(text) or next(filter(None, (_as(text, form) for form in WRITTEN)), None)
    if found is None or found.year < OLDEST:
        return None
    if found.time() == time() and ":" not in text:
        found = datetime.combine(found.date(), MORNING, found.tzinfo)
    return found if found.tzinfo else found.replace(tzinfo=VIETNAM)


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _as(text: str, form: str) -> datetime | None:
    try:
        return datetime.strptime(text, form)  # noqa: DTZ007  the zone is put in above
    except ValueError:
        return None
