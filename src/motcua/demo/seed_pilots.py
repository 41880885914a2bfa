"""Which pilots run in the demo? Both of kinds that were really tried (Kết luận 34-KL/TW).

The merged bodies of đặc khu Vân Đồn had their first review, and everybody may read it; that of the
secretaries who are chairs too is overdue. Names and decisions are **invented**; every figure comes
from the demo's own register, dossiers and answers, counted by the same verbs as at a desk.
``chuyenvien.sonoivu`` keeps them for the province; its leaders decide what comes of them.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db import transaction

from motcua.demo.apparatus import PROVINCE, TWO_TIERS
from motcua.demo.other_lines import PILOT, PILOT_BASIS, PILOT_PLACE
from motcua.demo.seed_leaders import SECRETARIES
from motcua.organizations.acting import Acting
from motcua.organizations.models import Appointment, Organization, OrganizationKind, Post
from motcua.periods.clock import today
from motcua.reorganization import pilot_actions, pilot_comparison
from motcua.reorganization.models import Pilot, PilotKeeper, PilotReview
from motcua.reorganization.pilot_actions import Entered, Held

KEEPER = "chuyenvien.sonoivu"
FINAL, INTERIM = PilotReview.Kind.FINAL, PilotReview.Kind.INTERIM
LAW = "Kết luận 34-KL/TW (2018) về một số mô hình thí điểm"
HELD = Held(
    date(2026, 5, 6),
    "Hai cơ quan hợp nhất hoạt động ổn định, mỗi việc một đầu mối, người đứng đầu giữ thêm một "
    "chức danh.\nSố liệu mới đủ bốn tháng; chưa kết luận về hiệu quả, tiếp tục theo dõi đến khi "
    "tổng kết. (Nhận xét minh họa.)",
    is_public=True,
)


@transaction.atomic
def seed() -> None:
    """Enter them once; dossiers, questions and leaders are seeded before."""
    if Pilot.objects.exists():
        return
    keeper = _keeper()
    merged = _begin(_merged_bodies(), keeper)
    pilot_actions.hold_review(merged, merged.reviews.get(kind=INTERIM), HELD, by=keeper)
    _begin(_one_person_two_posts(), keeper)


def _keeper() -> Acting:
    """Of the whole province, as long as the post is there."""
    found = Appointment.objects.on(today()).get(person__username=KEEPER)
    committee = Organization.objects.get(identifier=PROVINCE)
    PilotKeeper.objects.create(
        organization=committee, post=found.post, valid_during=found.post.valid_during
    )
    return Acting(found.person, found.post)


def _begin(entered: Entered, keeper: Acting) -> Pilot:
    """With the posts of heads, and against those that are proposed."""
    committee = Organization.objects.get(identifier=PROVINCE)
    pilot = pilot_actions.enter(entered, committee, by=keeper)
    heads = Post.objects.on(today()).filter(organization__in=entered.offices, is_head=True)
    pilot_actions.choose_posts(pilot, heads.values_list("pk", flat=True), by=keeper)
    proposed = pilot_comparison.proposed(pilot_comparison.candidates(pilot))
    pilot_actions.compare(pilot, [each.office.pk for each in proposed], by=keeper)
    pilot_actions.begin(pilot, by=keeper)
    return pilot


def _merged_bodies() -> Entered:
    merged = Organization.objects.on(today()).filter(kind=OrganizationKind.MERGED_BODY)
    return Entered(
        name="Hợp nhất Ban Tổ chức - Nội vụ và Cơ quan Kiểm tra - Thanh tra ở đặc khu Vân Đồn",
        kind=Pilot.Kind.MERGED_BODY,
        about="Cơ quan của Đảng ủy và của Ủy ban nhân dân cùng làm một việc được hợp nhất, một "
        "người đứng đầu, hai con dấu. Mong đợi: ít đầu mối và biên chế hơn, hồ sơ không chậm hơn.",
        started_on=PILOT,
        offices=[*_committees([PILOT_PLACE]), *merged.values_list("pk", flat=True)],
        basis=f"{LAW}\n{PILOT_BASIS}",
        reviews=[(INTERIM, date(2026, 4, 30)), (FINAL, date(2026, 12, 31))],
    )


def _one_person_two_posts() -> Entered:
    return Entered(
        name="Bí thư Đảng ủy đồng thời là Chủ tịch Ủy ban nhân dân cấp xã",
        kind=Pilot.Kind.ONE_PERSON_TWO_POSTS,
        about="Một người giữ cả hai chức danh ở ba nơi. Mong đợi: quyết nhanh hơn, một người chịu "
        "trách nhiệm; phải xem có quá tải và thiếu kiểm soát không.",
        started_on=TWO_TIERS,
        offices=_committees(SECRETARIES),
        basis=f"{LAW}\nQuyết định 08/QĐ-UBND (minh họa)",
        reviews=[(INTERIM, date(2026, 6, 30)), (FINAL, date(2027, 6, 30))],
    )


def _committees(places: Collection[str]) -> list[int]:
    """The People's Committees of communes by their names."""
    found = Organization.objects.on(today()).filter(kind=OrganizationKind.COMMUNE_COMMITTEE)
    names = {each.name_on(today()): each.pk for each in found.with_names(today())}
    return [names[f"Ủy ban nhân dân {place}"] for place in places]
