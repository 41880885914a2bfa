"""Two communes that will be one, with their counters, under a province with two departments."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine

from motcua.catalog.models import Procedure, Sector
from motcua.dossiers.tests.factories import DossierFactory, DraftFactory, VersionFactory
from motcua.dossiers.workflow import OPEN, State
from motcua.organizations.acting import Acting
from motcua.organizations.models import Duty, Function, Jurisdiction, Organization, Quota
from motcua.organizations.tests.factories import (
    FOREVER,
    AppointmentFactory,
    OrganizationFactory,
    PersonFactory,
    PostFactory,
    UnitFactory,
)
from motcua.questions.models import AnsweringPost
from motcua.questions.tests.factories import QuestionFactory
from motcua.reorganization.models import PlanningPost
from motcua.worktime import queries
from motcua.worktime.actions import load_calendar

from . import house_stories, plan_stories

Kind = Organization.Kind
DAY = date(2026, 11, 23)
"""The day of the plans; tests of carrying out freeze their clock after it."""


@pytest.fixture(autouse=True)
def _calendar_read_anew():
    queries.forget_calendar()
    yield
    queries.forget_calendar()


def office(identifier, kind, tier=Organization.Tier.COMMUNE, *, unit=None, under=None, name=""):
    made = OrganizationFactory(
        identifier=identifier, kind=kind, tier=tier, under=under, named=name or None
    )
    if unit:
        Jurisdiction.objects.create(organization=made, unit=unit, valid_during=FOREVER)
    return made


@pytest.fixture
def places(db):
    """The two communes and a third."""
    return SimpleNamespace(
        a=UnitFactory(named="Hà Tu", code="06652"),
        b=UnitFactory(named="Hồng Gai", code="06685"),
        c=UnitFactory(named="Bãi Cháy", code="06673"),
    )


@pytest.fixture
def house(places):
    """The apparatus: ``a`` and ``b`` merge in most stories, ``c`` is never touched."""
    top = office("H49", Kind.PEOPLES_COMMITTEE, Organization.Tier.PROVINCE)
    made = SimpleNamespace(top=top)
    for letter, identifier in (("a", "H49.61"), ("b", "H49.62"), ("c", "H49.63")):
        unit = getattr(places, letter)
        made.__dict__[letter] = committee = office(
            identifier,
            Kind.COMMUNE_COMMITTEE,
            unit=unit,
            under=top,
            name=f"Ủy ban nhân dân phường {unit.name.removeprefix('phường ')}",
        )
        made.__dict__[f"{letter}_counter"] = office(
            f"{identifier}.01", Kind.COUNTER, unit=unit, under=committee
        )
    made.interior = office("H49.12", Kind.DEPARTMENT, Organization.Tier.PROVINCE, under=top)
    made.justice = office("H49.13", Kind.DEPARTMENT, Organization.Tier.PROVINCE, under=top)
    return made


@pytest.fixture
def functions(db):
    """Civil status and land, each with a procedure."""
    made = {}
    for code, procedure in (("ho-tich", "1.001193"), ("dat-dai", "1.004227")):
        made[code] = Function.objects.create(code=code, name=code)
        sector, _new = Sector.objects.get_or_create(slug=code, defaults={"name": code})
        Sector.objects.filter(pk=sector.pk).update(function=made[code])
        Procedure.objects.create(code=procedure, sector=sector)
    return made


@pytest.fixture
def planner(house):
    """An officer of the department that plans."""
    post = PostFactory(organization=house.interior, title="Trưởng phòng Tổ chức")
    PlanningPost.objects.create(post=post, valid_during=FOREVER)
    person = PersonFactory()
    AppointmentFactory(post=post, person=person, valid_during=FOREVER)
    return Acting(person, post)


def officer(organization, *duties, title="Công chức") -> Acting:
    """Somebody who works in a post of their own."""
    post: Any = PostFactory(
        organization=organization, title=title, duties=list(duties) or [Duty.APPRAISE]
    )
    person: Any = PersonFactory()
    AppointmentFactory(post=post, person=person, valid_during=FOREVER)
    return Acting(person, post)


# --- Who works in the house, and at what ----------------------------------------------------------


@pytest.fixture
def staff(house):
    """Who works in the two communes."""
    return SimpleNamespace(
        head=officer(house.a, Duty.DECIDE, title="Chủ tịch"),
        clerk=officer(house.a_counter, Duty.RECEIVE, title="Công chức một cửa"),
        handler=officer(house.a, Duty.APPRAISE, title="Công chức"),
        other_head=officer(house.b, Duty.DECIDE, title="Chủ tịch"),
        other_handler=officer(house.b, Duty.APPRAISE, title="Công chức"),
        other_clerk=officer(house.b_counter, Duty.RECEIVE, title="Công chức một cửa"),
    )


@pytest.fixture
def work(house, staff, places):
    """Open work of ``a``, and what has ended there."""
    version = VersionFactory()
    open_ones = [
        DossierFactory(
            organization=house.a,
            counter=house.a_counter,
            state=state,
            version=version,
            place=places.a,
            locality=locality,
        )
        for state, locality in zip(
            sorted(OPEN - {State.PAYMENT_REQUESTED}),
            ["thon 3", "so 5 thon 3", "thon 30", "", "to 1 khu 2"],
            strict=True,
        )
    ]
    AnsweringPost.objects.create(organization=house.a, post=staff.head.post, valid_during=FOREVER)
    AnsweringPost.objects.create(
        organization=house.b, post=staff.other_head.post, valid_during=FOREVER
    )
    Quota.objects.create(organization=house.a, year=2026, kind="civil", assigned=21, actual=20)
    Quota.objects.create(organization=house.b, year=2026, kind="civil", assigned=30)
    return SimpleNamespace(
        open=open_ones,
        closed=DossierFactory(
            organization=house.a, counter=house.a_counter, returned=True, version=version
        ),
        draft=DraftFactory(organization=house.a, version=version),
        question=QuestionFactory(organization=house.a),
        untouched=DossierFactory(organization=house.c, version=version),
    )


@pytest.fixture
def settled(house, planner):
    """``a`` goes into ``b``; its day has come."""
    return house_stories.scheduled(house_stories.MERGER, planner)


@pytest.fixture
def divided(house):
    """``a`` was divided among ``b``, which holds what nobody can tell, and ``c``."""
    return house_stories.divided(house)


# --- A rehearsal: two other communes, a day in November, a plan for the new year -----------------


@pytest.fixture
def november():
    with time_machine.travel("2026-11-20 09:00+07:00", tick=False):
        yield


@pytest.fixture
def communes(db, november):
    load_calendar()
    return plan_stories.communes()


@pytest.fixture
def merger(communes):
    """Two communes become a new one, in draft."""
    return plan_stories.plan_of(plan_stories.MERGER, communes.planner)
