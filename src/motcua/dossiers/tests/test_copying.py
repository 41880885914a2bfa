"""A draft of an ended procedure: what fits goes to the procedure in its place, the rest is told."""

import pytest
from django.urls import reverse

from motcua.accounts.tests.sessions import as_citizen
from motcua.catalog.models import Component
from motcua.dossiers import exceptions
from motcua.dossiers.drafting import copying, moving
from motcua.dossiers.models import CoApplicant, Draft
from motcua.dossiers.tests.factories import DraftFactory, PersonFactory, pdf
from motcua.dossiers.tests.versions import ANSWERS, asked, ends, first_version, next_version
from motcua.dossiers.tests.windows import at
from motcua.organizations.acting import Acting

SWORN = {"const": True, "type": "boolean", "title": "Tôi cam đoan"}


@pytest.fixture
def citizen(db):
    return PersonFactory(full_name="Trần Thị Mẫu")


@pytest.fixture
def browser(client, citizen):
    return as_citizen(client, citizen)


@pytest.fixture
def draft(citizen, office):
    version = next_version(first_version())
    said = {"contact_phone": "0901234567", "data": dict(ANSWERS)}
    return DraftFactory(person=citizen, organization=office, version=version, **said)


def heir_of(draft, papers=("Tờ khai",), **changes):
    """The draft's procedure ends today; what stands in its place asks what is changed."""
    later = first_version()
    heir = next_version(later, *asked(**changes), papers=papers)
    ends(draft.version, heir)
    return heir


def copied(draft, heir):
    found = Draft.objects.with_version().get(pk=draft.pk)
    made, _is_new = copying.copy(found, heir.procedure.code, by=Acting.citizen(draft.person))
    return made


def press(browser, draft, heir):
    return browser.post(at("copy", draft), {"sang": heir.procedure.code})


# --- What is copied -------------------------------------------------------------------------------


def test_what_fits_is_copied_and_the_draft_stays_as_it_is(draft):
    heir = heir_of(draft)

    made = copied(draft, heir)

    assert (made.version, made.data) == (heir, ANSWERS)
    assert made.contact_phone == "0901234567"
    draft.refresh_from_db()
    assert (draft.data, draft.revision) == (ANSWERS, 1)


def test_what_does_not_fit_is_shown_in_full_on_every_page_of_the_copy(browser, draft):
    heir = heir_of(draft, reason={"title": "Vì sao xin cấp lại"}, way=None)

    page = browser.post(at("copy", draft), {"sang": heir.procedure.code}, follow=True)

    text = page.content.decode()
    made = Draft.objects.get(version=heir)
    assert set(ANSWERS) - set(made.data) == {"reason", "way"}
    assert "Lý do</dt><dd><bdi>Mất bản cũ" in text
    assert "Cách nhận</dt><dd><bdi>Qua bưu điện" in text
    assert at("office", draft) in text


def test_nobody_declares_by_copying(draft):
    next_version(draft.version, *asked(reason=SWORN))
    moving.catch_up(draft)
    draft.write({**ANSWERS, "reason": True})
    heir = heir_of(draft, reason=SWORN)

    made = copied(draft, heir)

    assert "reason" not in made.data
    assert made.moves.get().left == []


def test_papers_that_the_other_names_are_copied_and_stay_where_they_are(draft):
    known, other = Component.objects.filter(case__version=draft.version).order_by("position")
    for name, component in [("a.pdf", known), ("b.pdf", other), ("c.pdf", None)]:
        draft.attach(pdf(name), name=name, component=component)
    heir = heir_of(draft, papers=("Tờ khai",))

    made = copied(draft, heir)

    there = list(made.attachments.values_list("name", "component__name"))
    assert there == [("a.pdf", "Tờ khai"), ("c.pdf", None)]
    assert [(one["label"], one["text"]) for one in made.moves.get().left] == [
        ("Giấy chứng sinh", "b.pdf")
    ]
    assert draft.attachments.count() == 3


def test_an_office_that_does_not_decide_the_other_is_to_be_chosen_anew(draft):
    heir = heir_of(draft)
    heir.procedure.assignments.all().delete()

    assert copied(draft, heir).organization is None


def test_whoever_writes_along_is_asked_again_and_what_they_typed_stays_theirs(draft):
    other = PersonFactory()
    CoApplicant.objects.create(
        draft=draft,
        name="Vũ Văn Thử",
        personal_number_key="x",
        person=other,
        accepted_at="2026-11-01T00:00Z",
        pages=["them"],
        wrote=["them"],
    )
    heir = heir_of(draft)

    again = copied(draft, heir).co_applicants.get()

    assert (again.name, again.person, again.wrote) == ("Vũ Văn Thử", None, ["them"])


# --- Once -----------------------------------------------------------------------------------------


def test_pressed_twice_it_is_one_draft(browser, draft):
    heir = heir_of(draft)

    first, second = press(browser, draft, heir), press(browser, draft, heir)

    assert first.url == second.url
    assert Draft.objects.filter(version=heir).count() == 1


def test_the_old_draft_leads_to_its_copy(browser, draft):
    heir = heir_of(draft)
    before = browser.get(at("office", draft)).content.decode()
    made = copied(draft, heir)
    after = browser.get(at("office", draft)).content.decode()

    assert "Chép sang thủ tục thay thế" in before
    assert "Chép sang thủ tục thay thế" not in after
    assert at("office", made) in after


def test_what_was_discarded_can_be_copied_again(draft):
    heir = heir_of(draft)
    copied(draft, heir).discard(by=Acting.citizen(draft.person))

    assert copied(draft, heir).data == ANSWERS


def test_the_notice_goes_when_it_was_read_and_tells_of_no_new_version(browser, draft):
    heir = heir_of(draft, way=None)
    made = copied(draft, heir)
    page = browser.get(at("check", made)).content.decode()
    browser.post(at("read", made))

    assert "được chép từ thủ tục" in page
    assert "Nội dung thủ tục đã thay đổi" not in page
    assert "được chép từ thủ tục" not in browser.get(at("check", made)).content.decode()
    assert "Nội dung thủ tục" not in browser.get(reverse("dossiers:list")).content.decode()


# --- Who may, and whither -------------------------------------------------------------------------


def test_only_to_what_stands_in_its_place(browser, draft):
    heir_of(draft)
    stranger = first_version()

    page = browser.post(at("copy", draft), {"sang": stranger.procedure.code}, follow=True)

    assert str(exceptions.NoHeir.message) in page.content.decode()
    assert not Draft.objects.filter(version=stranger).exists()


def test_a_draft_that_goes_on_has_no_heir(draft):
    moving.catch_up(draft)

    with pytest.raises(exceptions.NoHeir):
        copying.copy(draft, draft.version.procedure.code, by=Acting.citizen(draft.person))


def test_what_takes_nothing_online_is_only_named(browser, draft):
    later = first_version()
    heir = next_version(later, kind=1)
    ends(draft.version, heir)

    page = browser.get(at("office", draft)).content.decode()

    assert heir.procedure.get_absolute_url() in page
    assert "Chép sang thủ tục thay thế" not in page
