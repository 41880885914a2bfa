"""How a citizen comes from a procedure to a dossier."""

from contextlib import contextmanager

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from motcua.accounts.tests.sessions import as_citizen, as_officer
from motcua.catalog import endings
from motcua.catalog.forms_data import form_of
from motcua.dossiers.exceptions import ProcedureEnded
from motcua.dossiers.models import Attachment, Dossier, Draft
from motcua.dossiers.tests.factories import (
    PDF,
    DossierFactory,
    DraftFactory,
    OrganizationFactory,
    PersonFactory,
    VersionFactory,
)
from motcua.dossiers.workflow import State
from motcua.organizations.acting import Acting
from motcua.organizations.tests.reorganizing import end
from motcua.periods import clock

CONTACT = {
    "contact_name": "Trần Thị Mẫu",
    "contact_phone": "0912 345 678",
    "contact_email": "mau@example.vn",
    "contact_address": "Tổ 1, khu 2",
}


@pytest.fixture
def citizen(db):
    return PersonFactory(full_name="Trần Thị Mẫu")


@pytest.fixture
def browser(client, citizen):
    return as_citizen(client, citizen)


@pytest.fixture
def draft(citizen, office):
    return DraftFactory(person=citizen, organization=office, version=VersionFactory())


@pytest.fixture
def with_a_form(db):
    form, layout = form_of("general")
    return VersionFactory(form=form, form_layout=layout)


def at(name, draft, *more):
    return reverse(f"apply:{name}", args=[draft.version.procedure.code, draft.key, *more])


def scan(name="giay-chung-sinh.pdf", content=PDF):
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def test_starting_opens_a_draft(browser, citizen, office, with_a_form):
    answer = browser.post(reverse("apply:start", args=[with_a_form.procedure.code]))

    draft = Draft.objects.get(person=citizen)
    assert answer.url == at("office", draft)


def test_the_office_that_was_found_before_is_in_the_draft(browser, citizen, office, with_a_form):
    start = reverse("apply:start", args=[with_a_form.procedure.code])

    page = browser.get(f"{start}?noi={office.identifier}").text
    browser.post(start, {"noi": office.identifier})

    draft = Draft.objects.get(person=citizen)
    assert f'name="noi" value="{office.identifier}"' in page
    assert draft.organization == office
    assert not draft.was_written
    assert f'value="{office.pk}" selected' in browser.get(at("office", draft)).text


@pytest.mark.parametrize("hostile", ["H49.999", "", "\x00", "x" * 3_000])
def test_an_office_that_does_not_decide_it_is_chosen_anew(
    browser, citizen, office, with_a_form, hostile
):
    start = reverse("apply:start", args=[with_a_form.procedure.code])

    page = browser.get(start, {"noi": hostile}).text
    browser.post(start, {"noi": hostile})

    assert "Nơi bạn đã tìm hiện không giải quyết thủ tục này" in page
    assert Draft.objects.get(person=citizen).organization is None


def test_where_no_office_takes_it_that_is_said_and_nothing_begins(browser, office, with_a_form):
    with_a_form.procedure.assignments.all().delete()
    start = reverse("apply:start", args=[with_a_form.procedure.code])

    page = browser.post(start).content.decode()

    assert "không có cơ quan nào nhận trực tuyến" in page
    assert not Draft.objects.exists()


def test_deleting_asks_first(browser, draft):
    page = browser.get(at("discard", draft)).content.decode()

    assert "không lấy lại được" in page
    assert Draft.objects.filter(pk=draft.pk).exists()


def test_what_cannot_be_applied_for_online_has_no_way(browser, office):
    version = VersionFactory(form=None)

    page = browser.get(reverse("apply:start", args=[version.procedure.code]))

    assert page.status_code == 404


def test_an_officers_session_is_led_to_the_citizens_door(client, citizen):
    version = VersionFactory()
    as_officer(client, citizen)

    answer = client.get(reverse("apply:start", args=[version.procedure.code]))

    assert answer.url.startswith(reverse("accounts:citizen_sign_in"))


def test_the_office_and_the_contact_are_kept(browser, draft, office):
    answer = browser.post(at("office", draft), {"organization": office.pk, **CONTACT})

    draft.refresh_from_db()
    assert answer.url == at("papers", draft)
    assert (draft.organization, draft.contact_phone) == (office, "0912345678")


def test_a_wrong_phone_says_so_beside_the_field_and_keeps_what_was_typed(browser, draft, office):
    typed = CONTACT | {"contact_phone": "12", "contact_address": "Ngõ 7"}

    page = browser.post(at("office", draft), {"organization": office.pk, **typed})

    assert "ví dụ 0912345678" in page.content.decode()
    assert 'value="Ngõ 7"' in page.content.decode()


def test_a_good_file_is_kept_although_another_is_broken(browser, draft):
    files = {"paper-0": [scan(), scan("trong.pdf", b"")]}

    page = browser.post(at("papers", draft), files | {"next": "1"}, follow=True)

    assert Attachment.objects.get(draft=draft).name == "giay-chung-sinh.pdf"
    assert "trong.pdf: Tệp trống" in page.content.decode()


def test_a_paper_stands_beside_its_component(browser, draft):
    component = draft.version.cases.get().components.last()

    browser.post(at("papers", draft), {f"paper-{component.pk}": scan(), "upload": "1"})

    assert draft.attachments.get().component == component


def test_a_component_of_another_procedure_is_no_place(browser, draft):
    foreign = VersionFactory().cases.get().components.first()

    browser.post(at("papers", draft), {f"paper-{foreign.pk}": scan(), "upload": "1"})

    assert draft.attachments.get().component is None


def test_a_paper_can_be_taken_out_again(browser, draft):
    browser.post(at("papers", draft), {"paper-0": scan(), "upload": "1"})

    browser.post(at("remove_paper", draft, draft.attachments.get().pk))

    assert not draft.attachments.exists()


def test_submitting_makes_a_dossier_and_shows_its_code(
    browser, draft, django_capture_on_commit_callbacks
):
    page = browser.post(at("submit", draft), {"confirmed": "on"}, follow=True)

    dossier = Dossier.objects.get()
    assert dossier.code in page.content.decode()
    assert "Hẹn trả kết quả" not in page.content.decode()


def test_pressing_twice_makes_one_dossier(browser, draft):
    first = browser.post(at("submit", draft), {"confirmed": "on"})
    second = browser.post(at("submit", draft), {"confirmed": "on"})

    assert first.url == second.url
    assert Dossier.objects.count() == 1


def test_without_the_tick_nothing_is_submitted(browser, draft):
    page = browser.post(at("submit", draft))

    assert "đánh dấu vào ô xác nhận" in page.content.decode()
    assert not Dossier.objects.exists()


def test_a_draft_that_says_no_office_leads_back_to_it(browser, draft):
    Draft.objects.update(organization=None)

    page = browser.post(at("submit", draft), {"confirmed": "on"}, follow=True)

    assert "bạn chưa chọn cơ quan giải quyết" in page.content.decode()
    assert f'href="{at("office", draft)}"' in page.content.decode()


def test_a_submitted_draft_is_changed_no_more(browser, draft):
    browser.post(at("submit", draft), {"confirmed": "on"})

    answer = browser.post(at("papers", draft), {"paper-0": scan(), "upload": "1"})

    dossier = Dossier.objects.get()
    assert answer.url == reverse("dossiers:detail", args=[dossier.code])
    assert not dossier.attachments.exists()


def test_a_discarded_draft_is_gone(browser, draft):
    browser.post(at("papers", draft), {"paper-0": scan(), "upload": "1"})

    browser.post(at("discard", draft))

    assert not Draft.objects.exists()


@pytest.mark.parametrize("name", ["office", "papers", "check"])
def test_a_strangers_draft_does_not_exist(client, draft, name):
    as_citizen(client, PersonFactory())

    assert client.get(at(name, draft)).status_code == 404


def test_the_list_shows_my_dossiers_and_no_others(browser, citizen, calendar):
    mine, other = DossierFactory(applicant=citizen), DossierFactory()

    page = browser.get(reverse("dossiers:list")).content.decode()

    assert mine.code in page
    assert other.code not in page


@pytest.mark.parametrize("name", ["detail", "acknowledgment", "receipt", "supplement", "withdraw"])
def test_a_strangers_dossier_does_not_exist(browser, calendar, name):
    other = DossierFactory(in_process=True)

    assert browser.get(reverse(f"dossiers:{name}", args=[other.code])).status_code == 404


@pytest.fixture
def birth_draft(citizen, office):
    form, layout = form_of("1.001193")
    version = VersionFactory(form=form, form_layout=layout)
    return DraftFactory(person=citizen, organization=office, version=version)


def test_what_is_typed_wrong_is_kept_and_the_way_goes_no_further(browser, birth_draft):
    typed = {"child__birth_date": "31/02/2026", "child__full_name": "Trần Mẫu An"}

    page = browser.post(at("page", birth_draft, "tre"), typed)

    birth_draft.refresh_from_db()
    assert "31/02/2026" in page.content.decode()
    assert birth_draft.data["child"]["full_name"] == "Trần Mẫu An"


def test_the_check_page_survives_what_was_typed_wrong_and_says_where(browser, birth_draft):
    browser.post(at("page", birth_draft, "tre"), {"child__birth_date": "31/02/2026"})

    page = browser.get(at("check", birth_draft))

    assert page.status_code == 200
    assert f'href="{at("page", birth_draft, "tre")}"' in page.content.decode()


def test_the_check_page_has_each_page_once_and_says_what_is_empty(browser, birth_draft):
    browser.post(at("page", birth_draft, "tre"), {"child__full_name": "Trần Mẫu An"})
    Draft.objects.filter(pk=birth_draft.pk).update(contact_email="")

    page = browser.get(at("check", birth_draft)).content.decode()

    assert page.count(f'class="more" href="{at("page", birth_draft, "tre")}"') == 1
    assert "Để trống: Thư điện tử" in page
    assert "; Quê quán" in page


def test_a_form_with_open_questions_is_not_submitted(browser, birth_draft):
    browser.post(at("submit", birth_draft), {"confirmed": "on"})

    assert not Dossier.objects.exists()


def test_a_page_that_the_form_does_not_have_is_not_found(browser, birth_draft):
    assert browser.get(at("page", birth_draft, "khong-co")).status_code == 404


@contextmanager
def another_window_is_faster(draft):
    """Submits between our look at the draft and our change of it."""
    by = Acting.citizen(draft.person)

    def submit_first(execute, sql, *rest):
        if "FOR UPDATE" in sql and not Dossier.objects.exists():
            wrappers = connection.execute_wrappers
            connection.execute_wrappers = []
            draft.submit(by=by)
            connection.execute_wrappers = wrappers
        return execute(sql, *rest)

    with connection.execute_wrapper(submit_first):
        yield


@pytest.mark.parametrize("name", ["office", "papers", "discard"])
def test_what_comes_after_a_submission_elsewhere_says_so(browser, draft, office, name):
    typed = {"organization": office.pk, **CONTACT, "paper-0": scan(), "upload": "1"}

    with another_window_is_faster(draft):
        answer = browser.post(at(name, draft), typed)

    assert answer.url == reverse("dossiers:list")
    assert "Hồ sơ đã thay đổi" in browser.get(answer.url).content.decode()


@pytest.fixture
def closed_meanwhile(office):
    """It stood in the list when the page was opened; another took over from it since."""
    return end(OrganizationFactory(full_name="UBND phường Cũ"), office)


def test_an_office_that_closes_while_its_page_is_open_is_not_chosen(
    browser, draft, office, closed_meanwhile
):
    typed = {"organization": closed_meanwhile.pk, **CONTACT}

    page = browser.post(at("office", draft), typed).content.decode()

    said = f"UBND phường Cũ (nay là {office.name}) không còn nhận hồ sơ. Hãy chọn lại cơ quan."
    assert said in page
    assert 'value="Tổ 1, khu 2"' in page
    draft.refresh_from_db()
    assert draft.organization == office


def test_what_was_chosen_before_it_closed_says_who_gets_it(browser, citizen, closed_meanwhile):
    draft = DraftFactory(
        person=citizen, organization=closed_meanwhile, version=VersionFactory(), contact_name="An"
    )

    page = browser.get(at("check", draft)).content.decode()
    browser.post(at("submit", draft), {"confirmed": "on"})

    heir = Dossier.objects.get(draft=draft).organization
    assert f"UBND phường Cũ (nay là {heir.name})" in page


@pytest.mark.parametrize("typed", ["9" * 400, "-1", "ba", "²"])
def test_an_office_that_never_was_is_refused_in_words(browser, draft, typed):
    page = browser.post(at("office", draft), {"organization": typed, **CONTACT})

    assert page.status_code == 200
    assert "error" in page.content.decode()


def test_my_list_says_who_answers_for_an_ended_office(browser, citizen, closed_meanwhile, calendar):
    made = DossierFactory(applicant=citizen, state=State.RETURNED)
    Dossier.objects.filter(pk=made.pk).update(organization=closed_meanwhile)

    assert "UBND phường Cũ (nay là" in browser.get(reverse("dossiers:list")).content.decode()


def test_my_list_asks_for_the_offices_names_once(browser, citizen, calendar, office):
    for _each in range(3):
        DossierFactory(organization=office, applicant=citizen)

    with CaptureQueriesContext(connection) as asked:
        browser.get(reverse("dossiers:list"))

    names = [query for query in asked if "organizations_organizationname" in query["sql"]]
    assert len(names) == 1


def test_a_basic_identity_is_told_what_is_missing(client, citizen, with_a_form):
    as_citizen(client, citizen, level=1)

    page = client.get(reverse("apply:start", args=[with_a_form.procedure.code]))

    assert page.status_code == 403
    assert "mức 2" in page.content.decode().lower()


@pytest.mark.parametrize("name", ["\u200b", "<script>alert(1)</script>", "An\u202enh", "🙂"])
def test_a_name_is_made_of_letters(browser, draft, office, name):
    typed = {"organization": office.pk, **CONTACT, "contact_name": name}

    page = browser.post(at("office", draft), typed)

    assert page.status_code == 200
    assert 'id="id_contact_name_error"' in page.content.decode()


# --- The procedure ended ------------------------------------------------------------------------


def _ends(version):
    said = endings.Said(clock.today(), "77/QĐ-UBND")
    return endings.enter(version.procedure, said, by=Acting.machine())


def test_nobody_begins_what_ended_and_its_page_leads_on(browser, draft):
    _ends(draft.version)
    code = draft.version.procedure.code

    answer = browser.post(reverse("apply:start", args=[code]))

    assert answer.url == reverse("catalog:procedure", args=[code])
    assert Draft.objects.count() == 1
    assert "đã hết áp dụng" in browser.get(answer.url).content.decode()


def test_a_draft_of_what_ended_stays_and_says_why(browser, draft):
    _ends(draft.version)

    with pytest.raises(ProcedureEnded):
        draft.submit(by=Acting.citizen(draft.person))

    assert browser.get(at("office", draft)).status_code == 200
