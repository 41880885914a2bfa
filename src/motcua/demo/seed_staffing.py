"""Who manages staff in the demo province: an expert of Sở Nội vụ, for the whole of it. Invented."""

from motcua.demo.apparatus import PROVINCE, TWO_TIERS
from motcua.organizations.models import Organization, Post, StaffingPost
from motcua.periods.models import since

MANAGER = "chuyenvien.sonoivu"


def seed() -> None:
    """Enter it once; organizations and officers are seeded before."""
    StaffingPost.objects.get_or_create(
        organization=Organization.objects.get(identifier=PROVINCE),
        post=Post.objects.get(appointments__person__username=MANAGER, title="Chuyên viên"),
        right=StaffingPost.Right.MANAGE,
        defaults={"valid_during": since(TWO_TIERS)},
    )
