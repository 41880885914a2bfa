"""A rehearsal on paper: what it says, that it is drawn and tagged, and that it has an end."""

import pytest
from django.urls import reverse

from motcua.accounts.tests.sessions import as_officer
from motcua.dossiers.tests.factories import DossierFactory, OrganizationFactory
from motcua.organizations.models import Organization
from motcua.paperwork.tests.pages import fonts_of, is_tagged, text_of
from motcua.reorganization import bands, lines, rehearsal, rehearsal_paper

from . import plan_stories

pytestmark = pytest.mark.django_db
MANY = 45


def printed(plan, communes) -> bytes:
    return rehearsal_paper.paper(plan, communes.planner.organization)


def test_it_says_what_the_page_says_with_owners_ticks_and_first_rows(merger, communes):
    dossier = DossierFactory(organization=communes.stone, in_process=True)
    communes.chair.person.appointments.all().delete()
    line = lines.known("dossiers")
    rehearsal.assign(merger, line, owner=communes.planner.post, by=communes.planner)
    rehearsal.tick(merger, line, seen=1, note="Đã đối chiếu.", by=communes.planner)

    pdf = printed(merger, communes)
    text = text_of(pdf)

    assert text.index("Phải xong trước khi thực hiện") < text.index("Những thay đổi")
    for said in (
        "12/NQ-HĐND",
        "Số liệu lúc: 09:00, 20/11/2026",
        "Hợp nhất: Ủy ban nhân dân xã Đá (H49.71, kết thúc); Ủy ban nhân dân xã Suối",
        "Ủy ban nhân dân xã Đá Suối (H49.90, mới)",
        "Cơ quan sau sắp xếp chưa có người đứng đầu",
        f"Đã xong: {communes.planner.person.full_name}, Trưởng phòng Tổ chức, Sở Nội vụ, "
        "20/11/2026. Đã đối chiếu.",
        "Trưởng phòng Tổ chức, Sở Nội vụ",
        dossier.code,
        "Chưa ai xem:",
    ):
        assert said in text
    assert is_tagged(pdf)
    assert all(fonts_of(pdf).values())


def test_groups_that_have_nothing_to_do_with_each_other_are_drawn_apart(merger, communes):
    (drawing,) = bands.sheets(merger, width=640, height=860, most=40).drawings

    assert [len(drawing.left), len(drawing.right), len(drawing.bands)] == [2, 1, 2]
    assert bands.sheets(merger, width=640, height=10, most=40).drawings == []


def test_a_plan_of_many_changes_has_an_end(communes):
    for number in range(MANY):
        for commune in (2 * number, 2 * number + 1):
            OrganizationFactory(identifier=f"H49.{commune + 300}", full_name=f"UBND xã {commune}")
    changes = [
        f"  - {{kind: sáp nhập, originals: [H49.{300 + 2 * n}], resulting: [H49.{301 + 2 * n}]}}"
        for n in range(MANY)
    ]
    text = plan_stories.MERGER.partition("organizations:")[0] + "changes:\n" + "\n".join(changes)
    for organization in Organization.objects.filter(identifier__gte="H49.300")[:20]:
        DossierFactory(organization=organization, in_process=True)
    plan = plan_stories.plan_of(text, communes.planner)

    pdf = printed(plan, communes)
    drawn = bands.sheets(plan, width=640, height=860, most=40).drawings

    assert len(drawn) == rehearsal_paper.MOST_DRAWN
    assert len(pdf) < 600_000
    assert f"{MANY}. Sáp nhập:" in text_of(pdf)


def test_whoever_plans_takes_it_from_the_rehearsal_and_nobody_else(client, merger, communes):
    address = reverse("plans_desk:report", args=[merger.pk])
    desk = as_officer(client, communes.planner.person)

    assert address in desk.get(reverse("plans_desk:rehearse", args=[merger.pk])).text
    answer = desk.get(address)

    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert as_officer(client, communes.chair.person).get(address).status_code == 404
