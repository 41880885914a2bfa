"""A draft to ask for something in general, and the wife whose it is."""

import pytest
from django.test import Client

from motcua.accounts.tests.sessions import as_citizen
from motcua.catalog.forms_data import form_of
from motcua.dossiers.models import Draft
from motcua.dossiers.tests.factories import (
    DraftFactory,
    OrganizationFactory,
    PersonFactory,
    VersionFactory,
)
from motcua.worktime.actions import load_calendar

WIFE = "022190001234"
COMPLETE = {
    "applicant": {
        "full_name": "Trần Thị Mẫu",
        "personal_number": WIFE,
        "residence": {"detail": "Tổ 5, khu 3"},
        "phone": "0912345678",
    },
    "request": {"subject": "Xin cấp lại", "details": "Giấy đã mất."},
    "declaration": True,
}


@pytest.fixture
def wife(transactional_db):
    return PersonFactory(full_name="Trần Thị Mẫu", personal_number=WIFE)


@pytest.fixture
def draft(wife):
    load_calendar()
    form, layout = form_of("general")
    return DraftFactory(
        person=wife,
        version=VersionFactory(form=form, form_layout=layout),
        organization=OrganizationFactory(identifier="H49.61", full_name="UBND phường Hồng Gai"),
    )


def signs_in(reader, person):
    session = as_citizen(Client(), person).cookies["sessionid"].value
    reader.page.context.add_cookies([{"name": "sessionid", "value": session, "url": reader.home}])


def forgive(reader, words):
    """What the browser says of a network that we took away, or of a refusal that we wanted."""
    assert any(words in line for line in reader.complaints)
    reader.complaints[:] = [line for line in reader.complaints if words not in line]


def page_of(draft, name="to-khai/de-nghi/"):
    return f"/dich-vu-cong/{draft.version.procedure.code}/nop-ho-so/{draft.key}/{name}"


def subject_of(draft):
    return Draft.objects.get(pk=draft.pk).data.get("request", {}).get("subject")
