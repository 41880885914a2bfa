import json
from datetime import date

import pytest
from django.core.management import call_command

from motcua.catalog import endings, recording
from motcua.catalog.models import LifeEvent, Procedure, ProcedureVersion
from motcua.catalog.recording import checking
from motcua.catalog.recording import loading as records_loading
from motcua.guides import loading
from motcua.guides.models import Edition
from motcua.organizations.acting import Acting
from motcua.periods import clock
from motcua.periods.models import since


def stream(kind, *values):
    return json.dumps([{"type": kind, "value": value} for value in values])


def option(key, **more):
    return {"key": key, "label": key.capitalize(), **more}


def choice(key, *options, **more):
    return {"key": key, "ask": f"{key}?", "options": [option(each) for each in options], **more}


def only(question, *answers):
    return {"only_if": [{"question": question, "answers": list(answers)}]}


FEW = {
    *("1.001193", "2.000528", "2.000884", "1.004222", "1.004194", "2.000635"),
    *("1.011607", "1.010041", "1.001612", "2.000200", "2.001159"),
}
"""Enough for the guides *Sinh con* and *Gặp khó khăn*, and for the cases that are looked at."""


@pytest.fixture
def recorded(db):
    records = [one for one in checking.read_all(recording.FOLDER) if one["code"] in FEW]
    records_loading.load(records, by=Acting.machine())


@pytest.fixture
def guides(recorded):
    """Those of the house whose procedures are there."""
    return loading.load()


@pytest.fixture
def house(db):
    """Every procedure and every guide that comes with the portal."""
    call_command("load_recorded_procedures", verbosity=0)
    return loading.load()


@pytest.fixture
def end_today(guides):
    """Ends a procedure: it held until yesterday."""

    def end(code):
        version = ProcedureVersion.objects.published().get(procedure__code=code)
        days = since(version.valid_during.lower, clock.today())
        ProcedureVersion.objects.filter(pk=version.pk).update(valid_during=days)

    return end


@pytest.fixture
def end_with(guides):
    """Ends a procedure today by a decision that names what replaces it."""

    def end(code, *successors):
        said = endings.Said(
            clock.today(), "12/QĐ-UBND", list(Procedure.objects.filter(code__in=successors))
        )
        endings.enter(Procedure.objects.get(code=code), said, by=Acting.machine())

    return end


@pytest.fixture
def make_guide(db):
    def make(questions=(), steps=({"title": "Hỏi một cửa"},), slug="thu", first=date(2026, 1, 1)):
        event, _new = LifeEvent.objects.get_or_create(slug=slug, defaults={"name": "Thử"})
        edition = Edition(
            event=event,
            lead="Dẫn",
            questions=stream("question", *questions),
            steps=stream("step", *steps),
            valid_during=since(first),
        )
        edition.clean()
        edition.save()
        return edition

    return make
