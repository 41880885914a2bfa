"""Which draft of a procedure waits in the demo? An invented change, for two people to decide."""

from motcua.catalog.importing import exporting, storing, translating
from motcua.catalog.models import CatalogPost, ProcedureVersion
from motcua.catalog.recording import recalling
from motcua.demo.apparatus import TWO_TIERS
from motcua.organizations.acting import Acting
from motcua.organizations.models import Appointment
from motcua.periods.clock import today
from motcua.periods.models import since

CODE = "1.001193"
HANDS = (
    ("chuyenvien.vanphong", CatalogPost.Right.WRITE),
    ("chuyenvien.vanphong", CatalogPost.Right.REVIEW),
    ("lanhdao.vanphong", CatalogPost.Right.PUBLISH),
)
ADDED = "Có thể nhận qua bưu chính nếu đã ghi trong tờ khai."
SOURCE = "Bản trình diễn (nội dung thay đổi là giả định)"


def seed() -> None:
    """Enter it once; procedures and officers are seeded before."""
    for login, right in HANDS:
        held = Appointment.objects.on(today()).filter(person__username=login).earliest("pk")
        days = {"valid_during": since(TWO_TIERS)}
        CatalogPost.objects.get_or_create(post=held.post, right=right, defaults=days)
    _let_a_draft_wait()


def _let_a_draft_wait() -> None:
    versions = ProcedureVersion.objects.published().on(today()).filter(procedure__code=CODE)
    for record in recalling.records(versions):
        *steps, last = record["steps"]
        changed = {**record, "steps": [*steps, f"{last} {ADDED}"]}
        told = exporting.raw_of(changed) | {"nguon": SOURCE}
        storing.store([translating.understand(told)], by=Acting.machine())
