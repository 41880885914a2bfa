"""An earlier dossier fills in what one agrees to, of what one typed oneself."""

from copy import deepcopy

import pytest
from django.urls import reverse

from motcua.accounts.tests.sessions import as_citizen
from motcua.catalog.forms_data import form_of
from motcua.dossiers.drafting import reusing
from motcua.dossiers.models import CoApplicant, DraftSource
from motcua.dossiers.tests.factories import (
    DossierFactory,
    DraftFactory,
    PersonFactory,
    VersionFactory,
)
from motcua.dossiers.tests.repeating import REPEATS, REPEATS_LAYOUT
from motcua.organizations.acting import Acting

MOTHER = {"full_name": "Trần Thị Thu Hà", "birth_date": "1994-07-20", "ethnicity": "Tày"}


@pytest.fixture
def person(db):
    return PersonFactory()


@pytest.fixture
def version(db):
    form, layout = form_of("1.001193")
    return VersionFactory(form=form, form_layout=layout)


@pytest.fixture
def earlier(person, version, office):
    return DossierFactory(
        applicant=person,
        version=version,
        organization=office,
        data={"mother_declared": "yes", "mother": MOTHER},
    )


@pytest.fixture
def draft(person, version, office):
    return DraftFactory(person=person, version=version, organization=office)


@pytest.fixture
def browser(client, person):
    return as_citizen(client, person)


def at(draft):
    return reverse("apply:reuse", args=[draft.version.procedure.code, draft.key])


def test_what_would_be_filled_in_is_shown_before(browser, draft, earlier):
    draft.write({"mother": {"full_name": "Khác"}})

    page = browser.get(at(draft), {"tu": earlier.code}).content.decode()

    assert "Trần Thị Thu Hà" in page
    assert "thay cho: Khác" in page
    draft.refresh_from_db()
    assert draft.data == {"mother": {"full_name": "Khác"}}


def test_only_what_was_agreed_to_is_filled_in_and_recorded(browser, draft, earlier, person):
    browser.post(at(draft), {"tu": earlier.code, "lay": ["mother.full_name"]})

    draft.refresh_from_db()
    source = DraftSource.objects.get()
    assert draft.data == {"mother": {"full_name": "Trần Thị Thu Hà"}}
    assert (source.dossier, source.paths, source.person) == (earlier, ["mother.full_name"], person)
    check = reverse("apply:check", args=[draft.version.procedure.code, draft.key])
    assert earlier.code in browser.get(check).content.decode()


def test_without_a_mark_nothing_is_taken(browser, draft, earlier):
    browser.post(at(draft), {"tu": earlier.code})

    draft.refresh_from_db()
    assert draft.data == {}
    assert not DraftSource.objects.exists()


def test_a_strangers_dossier_does_not_exist(browser, draft, earlier, version):
    other = DossierFactory(version=version, data={"mother": MOTHER})

    assert browser.get(at(draft), {"tu": other.code}).status_code == 404
    assert browser.post(at(draft), {"tu": other.code, "lay": "mother.full_name"}).status_code == 404


def test_nobody_declares_by_copying(draft, earlier):
    earlier.data = {"mother": MOTHER, "declaration": True, "registration": {"request": "Gấp."}}

    offered = reusing.offers(draft, earlier)

    assert {one.path for one in offered} == {f"mother.{name}" for name in MOTHER}
    assert {one.page for one in offered} == {"Người mẹ"}


ENTRIES = [{"full_name": "Vũ Văn Thử", "share": 40}, {"full_name": "Trần Thị Mẫu"}, {}]


def test_a_group_is_lent_whole_without_the_entries_in_which_nothing_stands(person, office):
    version = VersionFactory(form=REPEATS, form_layout=REPEATS_LAYOUT)
    earlier = DossierFactory(
        applicant=person, version=version, organization=office, data={"members": ENTRIES}
    )
    draft = DraftFactory(
        person=person, version=version, organization=office, data={"members": [{"share": 5}]}
    )

    [offer] = reusing.offers(draft, earlier)
    reusing.take(draft, earlier, ["members"], by=Acting.citizen(person))

    draft.refresh_from_db()
    assert (offer.text, offer.now) == ("Vũ Văn Thử, 40; Trần Thị Mẫu", "5")
    assert draft.data == {"members": ENTRIES[:2]}
    assert reusing.offers(draft, earlier) == []


def test_of_a_group_only_what_both_forms_ask_is_lent(person, office):
    other = deepcopy(REPEATS)
    other["properties"]["members"]["items"]["properties"]["share"]["title"] = "Số khác"
    old, new = (VersionFactory(form=form, form_layout=REPEATS_LAYOUT) for form in (REPEATS, other))
    earlier = DossierFactory(
        applicant=person, version=old, organization=office, data={"members": ENTRIES}
    )

    [offer] = reusing.offers(DraftFactory(person=person, version=new), earlier)

    assert offer.value == [{"full_name": "Vũ Văn Thử"}, {"full_name": "Trần Thị Mẫu"}]


def test_what_somebody_else_typed_along_is_not_offered(draft, earlier, person):
    CoApplicant.objects.create(
        draft=earlier.draft, name="X", personal_number_key="0" * 64, wrote=["me"]
    )

    assert reusing.offers(draft, earlier) == []


def test_another_form_lends_only_the_same_questions(person, earlier, office):
    form, layout = form_of("general")
    other = DraftFactory(
        person=person, organization=office, version=VersionFactory(form=form, form_layout=layout)
    )

    assert reusing.offers(other, earlier) == []
    assert reusing.earlier(other, by=Acting.citizen(person)) == []


def test_a_question_that_is_not_offered_cannot_be_smuggled_in(browser, draft, earlier):
    browser.post(at(draft), {"tu": earlier.code, "lay": ["child.full_name", "__class__", "mother"]})

    draft.refresh_from_db()
    assert draft.data == {}
