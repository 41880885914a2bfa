"""Carrying out is cut short between any two steps, or done by two at once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from motcua.organizations.acting import Acting
from motcua.reorganization.carrying_out import carry_out
from motcua.reorganization.models import Moved, Plan

from .house_stories import everything

STEPS = 8
"""As often as somebody who watches is told how far it is."""


class PowerCutError(Exception):
    """Of the test."""


@pytest.mark.django_db
def test_cut_short_after_any_step_it_leaves_nothing_and_ends_when_begun_again(settled, work):
    before, told = everything(), []

    for cut in range(STEPS):

        def progress(_what, _count, cut=cut):
            told.append(cut)
            if told.count(cut) > cut:
                raise PowerCutError

        with pytest.raises(PowerCutError):
            carry_out(Plan.objects.get(pk=settled.pk), by=Acting.machine(), progress=progress)
        assert everything() == before

    carry_out(Plan.objects.get(pk=settled.pk), by=Acting.machine())
    assert Plan.objects.get().is_carried_out
    assert everything() != before


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_does_it_and_the_other_finds_it_done(settled, work):
    together = Barrier(2)

    def job(_number):
        try:
            plan = Plan.objects.get(pk=settled.pk)
            together.wait(timeout=60)
            return carry_out(plan, by=Acting.machine()).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(job, range(2))

    assert first == second
    assert work.open[0].events.filter(verb="transfer").count() == 1
    assert Moved.objects.filter(relation="dossiers_dossier", row_id=work.open[0].pk).count() == 1
