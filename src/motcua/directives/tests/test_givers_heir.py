"""Who follows the tasks that an organization gave before it ended? Whoever took over from it."""

from datetime import timedelta

import pytest

from motcua.directives import addressees, desks
from motcua.directives.exceptions import NotYourMove
from motcua.directives.models import FollowingPost, Task
from motcua.directives.tests.conftest import head_of
from motcua.directives.workflow import State
from motcua.dossiers.tests.factories import FOREVER, OrganizationFactory
from motcua.organizations.models import Organization, Succession
from motcua.periods.clock import today
from motcua.periods.models import since

LAST = timedelta(days=3)


@pytest.fixture
def passed(offices, people, make_task):
    """The giver ended three days ago, with a task reported to it; another one took over."""
    task = make_task(state=State.REPORTED)
    heir, day = OrganizationFactory(), today() - LAST
    head = head_of(heir, "Chủ tịch")
    FollowingPost.objects.all().delete()
    people.chair.post.appointments.all().delete()
    people.chair.post.delete()
    until = since(FOREVER.lower, day)
    offices.giver.names.update(valid_during=until)
    Organization.objects.filter(pk=offices.giver.pk).update(valid_during=until)
    Succession.objects.create(
        old=offices.giver, new=heir, day=day, kind="absorb", is_default=True, legal_basis="NQ 9"
    )
    return Task.objects.get(pk=task.pk), head


def test_the_heirs_head_accepts_what_was_reported(passed, offices):
    task, head = passed

    assert Task.objects.handled_by(head).filter(desks.to_do(head)).get() == task
    task.accept(by=head)

    task.refresh_from_db()
    assert (task.state, task.issuer) == (State.DONE, offices.giver)


def test_the_heir_is_told_of_it(passed):
    task, head = passed

    assert addressees._givers(task, today()) == {head.post.pk}


def test_nobody_else_does(passed, people):
    task, _head = passed

    with pytest.raises(NotYourMove):
        task.accept(by=people.stranger)
