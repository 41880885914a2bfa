"""What is counted? Every measure is a number that moves add to; the rest follows from them."""

from django.db.models import IntegerChoices


class Measure(IntegerChoices):
    """What one entry of the books adds to; the name is the column of a ``Tally``."""

    SUBMITTED = 1
    """Handed in; not yet received."""
    REFUSED = 2
    """Not received: refused at the counter."""
    WITHDRAWN_UNRECEIVED = 3
    """Taken back before it was received."""
    RECEIVED_DIRECT = 4
    RECEIVED_ONLINE = 5
    RECEIVED_POST = 6
    EARLY = 7
    """Resolved before the promised day."""
    ON_TIME = 8
    """Resolved on the promised day, before the promised moment is over."""
    LATE = 9
    """Resolved after the promised moment."""
    STOPPED = 10
    WITHDRAWN = 11
    """Taken back after it was received."""
    WAITING = 12
    """+1 when the clock begins to stand for the applicant, -1 when that is over."""
    FELL_DUE = 13
    """+1 at the moment from which a running clock is late; taken back if it stops before."""
    LATE_ENDED = 14
    """A clock that was late stopped: resolved, stopped, withdrawn or waiting again."""
    MOVED = 15
    """In process, and came with its office: +1 where it went, -1 where it was."""
    MOVED_UNRECEIVED = 16
    """The same of what was not received yet."""

    @property
    def column(self) -> str:
        return self.name.lower()


RECEIVED = (Measure.RECEIVED_DIRECT, Measure.RECEIVED_ONLINE, Measure.RECEIVED_POST)
RESOLVED = (Measure.EARLY, Measure.ON_TIME, Measure.LATE)
ENDED = (Measure.STOPPED, Measure.WITHDRAWN)
COLUMNS = tuple(measure.column for measure in Measure)
