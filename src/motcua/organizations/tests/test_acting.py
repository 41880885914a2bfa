"""Who acts, in which post, with which duties?"""

from dataclasses import FrozenInstanceError

import pytest

from motcua.accounts.models import Person
from motcua.organizations.acting import Acting
from motcua.organizations.models import Duty
from motcua.organizations.tests.factories import AppointmentFactory, PersonFactory

pytestmark = pytest.mark.django_db


def test_a_citizen_has_no_duty_whatever_posts_they_hold():
    officer = AppointmentFactory(post__duties=list(Duty)).person

    acting = Acting.citizen(officer)

    assert acting.organization is None
    assert not any(acting.has_duty(duty) for duty in Duty)


def test_an_officer_has_the_duties_of_the_post_they_act_in():
    held = AppointmentFactory(post__duties=[Duty.APPRAISE])
    AppointmentFactory(person=held.person, post__duties=[Duty.DECIDE])

    acting = Acting(held.person, held.post)

    assert acting.has_duty(Duty.APPRAISE)
    assert not acting.has_duty(Duty.DECIDE)
    assert acting.organization == held.post.organization


def test_the_machine_is_a_named_account_with_no_duty():
    acting = Acting.machine()

    assert acting.person == Person.objects.machine()
    assert acting.person.is_machine
    assert not acting.has_duty(Duty.RECEIVE)


def test_somebody_may_act_on_behalf_of_another():
    parent, child = PersonFactory(), PersonFactory()

    assert Acting.citizen(parent, on_behalf_of=child).on_behalf_of == child


def test_who_acts_does_not_change_on_the_way():
    acting = Acting.citizen(PersonFactory())

    with pytest.raises(FrozenInstanceError):
        acting.post = None
