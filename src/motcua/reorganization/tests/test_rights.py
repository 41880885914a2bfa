"""Who managed the staff of an office that ends manages them at its heir, and back by undoing."""

from datetime import date

from motcua.catalog.models import CatalogPost
from motcua.organizations.acting import Acting
from motcua.organizations.models import Appointment, StaffingPost
from motcua.organizations.tests.factories import FOREVER, LEAVE, AppointmentFactory
from motcua.periods.correcting import correcting
from motcua.periods.models import EMPTY, since
from motcua.reorganization import undoing
from motcua.reorganization.carrying_out import carry_out
from motcua.reorganization.models import Plan

from .conftest import DAY
from .house_stories import everything

MANAGE, OVERSEE = StaffingPost.Right.MANAGE, StaffingPost.Right.OVERSEE
LATER = date(2027, 3, 1)


def give(organization, held, right=MANAGE, days=FOREVER):
    return StaffingPost.objects.create(
        organization=organization, post=held.post, right=right, valid_during=days
    )


def held_by(officer) -> Appointment:
    return Appointment.objects.get(post=officer.post, person=officer.person)


def given() -> set:
    rows = StaffingPost.objects.on(DAY).values_list("organization", "post", "right")
    return set(rows)


def test_a_right_passes_to_the_heir_and_comes_back(house, staff, settled, planner):
    give(house.a, staff.head)
    give(house.a, planner, OVERSEE)
    give(house.top, staff.handler, OVERSEE, since(FOREVER.lower, LATER))
    before = everything()

    carry_out(settled, by=Acting.machine())

    assert given() == {
        (house.b.pk, staff.other_head.post.pk, MANAGE),
        (house.b.pk, planner.post.pk, OVERSEE),
        (house.top.pk, staff.other_handler.post.pk, OVERSEE),
    }
    passed = StaffingPost.objects.get(organization=house.top, post=staff.other_handler.post)
    assert passed.valid_during == since(DAY, LATER)
    undoing.undo(Plan.objects.get(pk=settled.pk), by=planner, reason="Bị thu hồi.")
    assert everything() == before


def test_what_the_heir_has_is_not_given_twice(house, settled, planner):
    give(house.a, planner)
    give(house.b, planner)

    carry_out(settled, by=Acting.machine())

    assert given() == {(house.b.pk, planner.post.pk, MANAGE)}


def test_a_right_that_begins_later_begins_later_at_the_heir(house, settled, planner):
    late = give(house.a, planner, days=since(LATER))

    carry_out(settled, by=Acting.machine())

    late.refresh_from_db()
    assert late.valid_during == EMPTY
    passed = StaffingPost.objects.get(organization=house.b)
    assert passed.valid_during == since(LATER)


def test_a_cover_from_before_the_rule_ends_with_its_office_and_comes_back(settled, staff, planner):
    endless = AppointmentFactory(
        post=staff.head.post,
        kind="cover",
        seat=None,
        valid_during=LEAVE,
        covers=held_by(staff.head),
    )
    with correcting():
        Appointment.objects.filter(pk=endless.pk).update(valid_during=FOREVER)
    before = everything()

    carry_out(settled, by=Acting.machine())

    assert not Appointment.objects.on(DAY).filter(pk=endless.pk).exists()
    undoing.undo(Plan.objects.get(pk=settled.pk), by=planner, reason="Bị thu hồi.")
    assert everything() == before


def test_rights_over_the_catalog_pass_to_the_heirs_post_and_come_back(staff, settled, planner):
    CatalogPost.objects.create(
        post=staff.head.post, right=CatalogPost.Right.PUBLISH, valid_during=FOREVER
    )
    before = everything()

    carry_out(settled, by=Acting.machine())

    given = CatalogPost.objects.on(DAY).values_list("post", "right")
    assert list(given) == [(staff.other_head.post.pk, CatalogPost.Right.PUBLISH)]
    undoing.undo(Plan.objects.get(pk=settled.pk), by=planner, reason="Bị thu hồi.")
    assert everything() == before
