"""Whatever people try, in whichever posts: nobody has two duties that are not allowed together."""

from itertools import combinations

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.dossiers import workflow
from motcua.dossiers.models import AllowedPair, Clash, Pair
from motcua.dossiers.models.allowed_pair import PAIRS
from motcua.dossiers.tests.factories import FOREVER, DossierFactory, PostFactory, pdf
from motcua.dossiers.workflow import OFFICERS, Role
from motcua.filekeeping.exceptions import Refused
from motcua.organizations.acting import Acting
from motcua.organizations.models import Appointment, Duty
from motcua.organizations.tests.factories import LEAVE, PersonFactory

HUMANS = 3
VERBS = [
    workflow.RECEIVE,
    workflow.TAKE_UP,
    workflow.REQUEST_SUPPLEMENT,
    workflow.FINISH,
    workflow.STOP,
    workflow.RETURN,
]
DUTIES = st.sets(st.sampled_from(list(Duty)), min_size=1)
APPOINTMENT = st.tuples(st.integers(0, HUMANS - 1), DUTIES, st.booleans())
"""Who, with which duties, and whether they stand in for somebody."""
ATTEMPT = st.tuples(st.integers(0, 20), st.sampled_from(VERBS))
ASKED = [{"component": None, "name": "Giấy chứng sinh", "reason": "Ảnh mờ."}]


def appoint(office, human, duties, stands_in):
    post = PostFactory(organization=office, duties=sorted(duties))
    if not stands_in:
        return Appointment.objects.create(post=post, person=human, valid_during=FOREVER)
    away = Appointment.objects.create(post=post, person=PersonFactory(), valid_during=FOREVER)
    return Appointment.objects.create(
        post=post, person=human, kind="cover", seat=None, covers=away, valid_during=LEAVE
    )


def attempt(dossier, move, by):
    if move is workflow.FINISH:
        dossier.finish(by=by, result=pdf())
    elif move is workflow.REQUEST_SUPPLEMENT:
        dossier.request_supplement(by=by, items=ASKED)
    else:
        dossier.make(move, by=by, reason="Vì.") if move is not workflow.RECEIVE else (
            dossier.receive(by=by)
        )


def roles_by_human(dossier):
    met: dict[int, set[Role]] = {}
    for person, role in dossier.events.values_list("person", "role"):
        met.setdefault(person, set()).add(Role(role))
    return {person: roles & OFFICERS for person, roles in met.items()}


@pytest.mark.django_db
@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    held=st.lists(APPOINTMENT, min_size=2, max_size=6),
    tried=st.lists(ATTEMPT, min_size=4, max_size=14),
    allowed=st.sets(st.sampled_from(list(Pair)), max_size=2),
)
def test_nobody_ever_has_two_duties(office, held, tried, allowed):
    with transaction.atomic():
        humans = PersonFactory.create_batch(HUMANS)
        hats = [appoint(office, humans[who], duties, stand) for who, duties, stand in held]
        dossier = DossierFactory(organization=office, registered=True)
        for pair in allowed:
            AllowedPair.objects.create(
                procedure=dossier.version.procedure,
                pair=pair,
                reason="Có.",
                decision="QĐ 1",
                valid_during=FOREVER,
            )
        for which, move in tried:
            try:
                attempt(dossier, move, Acting.holding(hats[which % len(hats)]))
            except Refused:
                dossier.refresh_from_db()

        for person, roles in roles_by_human(dossier).items():
            pairs = {PAIRS[frozenset(two)] for two in combinations(roles, 2)}
            assert pairs <= allowed
            used = Clash.objects.filter(kind="allowed", person=person, dossier=dossier)
            assert used.exists() == (len(roles) > 1)
        transaction.set_rollback(True)
