"""Tasks on each step of the way, led there by the verbs themselves."""

from dataclasses import dataclass
from datetime import date, timedelta

from motcua.directives import actions, workflow
from motcua.directives.actions import Entered, Given
from motcua.directives.models import Conclusion, Task
from motcua.directives.owners import Owner
from motcua.dossiers.tests.factories import pdf
from motcua.filekeeping.models import StoredFile
from motcua.organizations.acting import Acting
from motcua.organizations.models import Organization
from motcua.periods.clock import today

TEXT = "1. Giao xã Hải Hòa rà soát các tuyến đường.\n\n2. Giao xã Hải Hòa sửa cầu trước mùa mưa."


@dataclass(frozen=True)
class Directives:
    """What one office gave another."""

    public: Conclusion
    """With a paper; of two passages."""
    internal: Conclusion
    given: Task
    acknowledged: Task
    in_work: Task
    asking: Task
    """Waits for a later day."""
    reported: Task
    """With a file as evidence."""
    hidden: Task
    """Of the internal conclusion."""


def given_by(giver: Acting, owner: Acting, *, number: str = "1") -> Directives:
    """Everything that ``giver`` gave to the post of ``owner``, both deciding for their offices."""
    office = giver.organization
    assert office is not None
    public = _concluded(office, giver, f"{number}/TB-UBND", is_public=True)
    internal = _concluded(office, giver, f"{number}/KL-UBND", is_public=False)

    def led(*moves: str, of: Conclusion = public) -> Task:
        return _led(_given(of, giver, owner), owner, *moves)

    return Directives(
        public=public,
        internal=internal,
        given=led(),
        acknowledged=led("acknowledge"),
        in_work=led("acknowledge", "take_up"),
        asking=led("acknowledge", "ask_extension"),
        reported=led("acknowledge", "take_up", "report_done"),
        hidden=led(of=internal),
    )


def _concluded(office: Organization, by: Acting, number: str, *, is_public: bool) -> Conclusion:
    entered = Entered(
        number=number,
        signed_on=date(2026, 11, 2),
        title="Kết luận về đường sá",
        meeting="Họp giao ban",
        met_on=date(2026, 11, 1),
        text=TEXT,
        file=(pdf(number), "ket-luan.pdf"),
    )
    return actions.enter(entered, office, by=by, is_public=is_public)


def _given(conclusion: Conclusion, by: Acting, owner: Acting) -> Task:
    assert owner.post is not None
    told = Given(
        passage=conclusion.text()[0],
        title="Rà soát các tuyến đường",
        owner=Owner.of(owner.post),
        due_on=today() + timedelta(days=30),
        is_public=conclusion.is_public,
    )
    return actions.give(conclusion, told, by=by)


def _led(task: Task, by: Acting, *moves: str) -> Task:
    later = task.due_on + timedelta(days=30)
    verbs = {
        workflow.ACKNOWLEDGE.verb: lambda: task.acknowledge(by=by),
        workflow.TAKE_UP.verb: lambda: task.take_up(by=by),
        workflow.ASK_EXTENSION.verb: lambda: task.ask_extension(
            by=by, until=later, reason="Chờ vốn."
        ),
        workflow.REPORT_DONE.verb: lambda: task.report_done(
            by=by, text="Đã xong.", papers=[(StoredFile.keep(pdf("xong")), "xong.pdf")]
        ),
    }
    for move in moves:
        verbs[move]()
    return task
