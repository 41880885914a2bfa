"""Who may hold which post on which day? Closed means closed: the database refuses the rest."""

import threading
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from motcua.organizations.models import Appointment, Duty, Post, Subordination
from motcua.organizations.tests.factories import (
    FIRST_DAY,
    FOREVER,
    TODAY,
    AppointmentFactory,
    OrganizationFactory,
    PersonFactory,
    PostFactory,
    UnitFactory,
)
from motcua.periods.models import since, until

CLOSED_ON = date(2026, 10, 1)
UNTIL_CLOSED = since(FIRST_DAY, CLOSED_ON)


# --- Seats ---------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_post_for_one_refuses_a_second_holder():
    post = AppointmentFactory().post

    with pytest.raises(IntegrityError, match="seat_has_one_holder_a_day"):
        AppointmentFactory(post=post)


@pytest.mark.django_db
def test_one_holder_may_follow_another():
    post = AppointmentFactory(valid_during=UNTIL_CLOSED, post__valid_during=FOREVER).post

    AppointmentFactory(post=post, valid_during=since(CLOSED_ON))

    assert post.appointments.on(TODAY).count() == 1


@pytest.mark.django_db
def test_a_post_for_three_has_three_seats():
    post = PostFactory(holders_allowed=3)
    for seat in (1, 2, 3):
        AppointmentFactory(post=post, seat=seat)

    with pytest.raises(IntegrityError, match="has no seat 4"):
        AppointmentFactory(post=post, seat=4)


@pytest.mark.django_db
def test_seats_with_holders_on_record_are_not_taken_away():
    post = PostFactory(holders_allowed=2)
    AppointmentFactory(post=post, seat=2)
    post.holders_allowed = 1

    with pytest.raises(IntegrityError, match="more holders on record than seats"):
        post.save()


@pytest.mark.django_db
@pytest.mark.parametrize("kind", [Appointment.Kind.ACTING, Appointment.Kind.IN_CHARGE])
def test_somebody_may_act_beside_a_holder_without_a_seat(kind):
    post = AppointmentFactory().post

    AppointmentFactory(post=post, kind=kind, seat=None)

    assert post.appointments.on(TODAY).count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "seat"), [("acting", 1), ("holder", None), ("holder", 0)])
def test_seats_are_for_holders_and_holders_have_seats(kind, seat):
    with pytest.raises(IntegrityError, match="seat_for_holders_only"):
        AppointmentFactory(kind=kind, seat=seat)


@pytest.mark.django_db
def test_one_person_may_hold_several_posts():
    person = PersonFactory()

    AppointmentFactory.create_batch(3, person=person)

    assert Appointment.objects.on(TODAY).of(person).count() == 3


@pytest.mark.django_db
def test_one_person_holds_one_post_once():
    first = AppointmentFactory(post__holders_allowed=2)

    with pytest.raises(IntegrityError, match="one_person_to_one_post_once_a_day"):
        AppointmentFactory(post=first.post, person=first.person, seat=2)


@pytest.mark.django_db
def test_an_agency_has_one_head_post_a_day():
    agency = PostFactory(is_head=True).organization
    PostFactory(organization=agency, is_head=False)

    with pytest.raises(IntegrityError, match="one_head_post_a_day"):
        PostFactory(organization=agency, is_head=True)


# --- Duties --------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_post_carries_the_duties_it_was_given():
    post = PostFactory(duties=[Duty.RECEIVE, Duty.DECIDE])

    assert [duty for duty in Duty if post.has_duty(duty)] == [Duty.RECEIVE, Duty.DECIDE]


@pytest.mark.django_db
def test_there_are_no_other_duties():
    with pytest.raises(IntegrityError, match="post_duties_known"):
        PostFactory(duties=["sign"])


# --- Closed means closed -------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("days", [since(CLOSED_ON), since(TODAY), FOREVER, until(CLOSED_ON)])
def test_a_closed_agency_gets_no_post(days):
    agency = OrganizationFactory(valid_during=UNTIL_CLOSED)

    with pytest.raises(IntegrityError, match="lie outside"):
        PostFactory(organization=agency, valid_during=days)


@pytest.mark.django_db
@pytest.mark.parametrize("days", [since(CLOSED_ON), since(TODAY), FOREVER, until(CLOSED_ON)])
def test_a_closed_post_gets_no_appointment(days):
    post = PostFactory(valid_during=UNTIL_CLOSED, organization__valid_during=FOREVER)

    with pytest.raises(IntegrityError, match="lie outside"):
        AppointmentFactory(post=post, valid_during=days)


@pytest.mark.django_db
def test_an_appointment_is_not_lengthened_beyond_its_post():
    appointment = AppointmentFactory(post__organization__valid_during=UNTIL_CLOSED)

    with pytest.raises(IntegrityError, match="lie outside"):
        Appointment.objects.filter(pk=appointment.pk).update(valid_during=FOREVER)


@pytest.mark.django_db
def test_an_appointment_does_not_move_to_a_closed_post():
    appointment = AppointmentFactory()
    closed = PostFactory(organization__valid_during=UNTIL_CLOSED)

    with pytest.raises(IntegrityError, match="lie outside"):
        Appointment.objects.filter(pk=appointment.pk).update(post=closed)


@pytest.mark.django_db
def test_a_post_is_not_closed_over_its_holder():
    post = AppointmentFactory().post

    with pytest.raises(IntegrityError, match="would leave rows of organizations_appointment"):
        Post.objects.filter(pk=post.pk).update(valid_during=UNTIL_CLOSED)


@pytest.mark.django_db
def test_an_agency_is_not_closed_over_its_posts():
    agency = PostFactory().organization
    agency.names.update(valid_during=UNTIL_CLOSED)
    agency.valid_during = UNTIL_CLOSED

    with pytest.raises(IntegrityError, match="would leave rows of organizations_post"):
        agency.save()


@pytest.mark.django_db
def test_an_agency_is_closed_from_the_inside():
    appointment = AppointmentFactory()
    appointment.post.organization.names.update(valid_during=UNTIL_CLOSED)

    for each in (appointment, appointment.post, appointment.post.organization):
        each.valid_during = UNTIL_CLOSED
        each.save()

    assert not Appointment.objects.on(CLOSED_ON).exists()


@pytest.mark.django_db
def test_an_agency_ends_with_its_territory():
    unit = UnitFactory(valid_during=UNTIL_CLOSED)

    with pytest.raises(IntegrityError, match="lie outside"):
        OrganizationFactory(unit=unit, valid_during=FOREVER)


@pytest.mark.django_db
def test_a_territory_does_not_end_under_an_agency():
    unit = UnitFactory()
    OrganizationFactory(unit=unit)
    unit.valid_during = UNTIL_CLOSED

    with pytest.raises(IntegrityError, match="would leave rows of organizations_jurisdiction"):
        unit.save()


@pytest.mark.django_db
@pytest.mark.parametrize("closed", ["child", "parent"])
def test_nobody_answers_to_or_from_a_closed_agency(closed):
    sides = {"child": OrganizationFactory(), "parent": OrganizationFactory()}
    sides[closed] = OrganizationFactory(valid_during=UNTIL_CLOSED)

    with pytest.raises(IntegrityError, match="lie outside"):
        Subordination.objects.create(**sides, valid_during=FOREVER)


@pytest.mark.django_db
def test_the_refusal_carries_the_name_of_the_rule():
    post = PostFactory(valid_during=UNTIL_CLOSED, organization__valid_during=FOREVER)

    with pytest.raises(IntegrityError) as refusal:
        AppointmentFactory(post=post, valid_during=FOREVER)

    assert refusal.value.__cause__.diag.constraint_name == "appointment_within_its_post"


@pytest.mark.django_db(transaction=True)
def test_closing_waits_for_an_appointment_that_is_being_written():
    post = PostFactory()
    outcome = []

    def close():
        try:
            Post.objects.filter(pk=post.pk).update(valid_during=UNTIL_CLOSED)
            outcome.append("closed")
        except IntegrityError:
            outcome.append("refused")
        finally:
            connection.close()

    with transaction.atomic():
        AppointmentFactory(post=post)
        closing = threading.Thread(target=close)
        closing.start()
        closing.join(timeout=0.3)
        assert not outcome, "It must wait: whether somebody holds the post is not yet known."
    closing.join(timeout=5)

    assert outcome == ["refused"]
