"""Somebody who looks for a dossier, and the dossier."""

import pytest

from motcua.dossiers import second_facts, workflow
from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.conftest import (  # noqa: F401
    _calendar_read_anew,
    _private_folder,
    applicant,
    calendar,
    office,
    people,
)
from motcua.dossiers.tests.factories import DossierFactory, VersionFactory, at

CODE = "H49.61-261119-0037"


@pytest.fixture
def dossier(office, applicant, time_machine):  # noqa: F811
    """Submitted on Wednesday evening; it is Thursday, 19 November 2026, 07:52."""
    submitted = at("2026-11-18 20:41")
    made = DossierFactory(
        code=CODE,
        organization=office,
        applicant=applicant.person,
        version=VersionFactory(name="Đăng ký lại khai sinh"),
        applicant_name="Vũ Đức Thịnh",
        phone="0912 345 678",
        email="thinh@example.vn",
        address="Tổ 5, khu 2",
        submitted_at=submitted,
        personal_number_tail_key=second_facts.tail_key(CODE, "022190001234"),
    )
    made.remember(workflow.SUBMIT, workflow.Role.APPLICANT, by=applicant, at=submitted)
    time_machine.move_to(at("2026-11-19 07:52"), tick=False)
    return made


@pytest.fixture
def move(time_machine):
    """Lets an hour pass before somebody acts: ``move("take_up", by=handler)``."""

    def made(verb, **kwargs):
        time_machine.shift(3600)
        return getattr(Dossier.objects.get(code=CODE), verb)(**kwargs)

    return made


@pytest.fixture
def ask(client):
    """Looks a dossier up: ``ask(code, digits)``."""

    def answer(code=CODE, digits="5678", **headers):
        return client.post("/tra-cuu/", {"ma": code, "bon_so": digits}, **headers)

    return answer
