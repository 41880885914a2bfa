"""The last page: what to look at again, what cannot be read, what did not fit."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.accounts.tests.sessions import as_citizen
from motcua.catalog.forms_data import form_of
from motcua.dossiers.tests.factories import DraftFactory, PersonFactory, VersionFactory
from motcua.dossiers.tests.versions import first_version, next_version
from motcua.dossiers.tests.windows import at

NUMBER = "099188000022"


@pytest.fixture
def citizen(db):
    return PersonFactory(full_name="Trần Thị Mẫu", personal_number=NUMBER)


@pytest.fixture
def browser(client, citizen):
    return as_citizen(client, citizen)


@pytest.fixture
def draft(citizen, office):
    form, layout = form_of("1.001193")
    version = VersionFactory(form=form, form_layout=layout)
    data = {
        "requester": {"full_name": "Trần Thị Mẫu", "personal_number": NUMBER},
        "child": {"full_name": "an"},
    }
    return DraftFactory(person=citizen, organization=office, version=version, data=data)


def text_of(answer):
    return answer.content.decode()


def test_everything_to_look_at_again_is_named_on_top_and_beside_the_button(browser, draft):
    page = text_of(browser.get(at("check", draft)))

    assert "Số chỗ nên xem lại: 1." in page
    assert f'href="{at("page", draft, "tre")}#id_child__full_name"' in page
    assert page.count('href="#xem-lai"') == 1


def test_a_number_that_was_vouched_for_is_not_doubted(browser, draft):
    assert "Ba chữ số đầu" not in text_of(browser.get(at("check", draft)))

    draft.write({"requester": {"personal_number": "099188000099"}})

    assert "Ba chữ số đầu" in text_of(browser.get(at("check", draft)))


def test_each_answer_of_the_first_page_that_cannot_be_read_is_named(browser, draft):
    browser.post(at("office", draft), {"contact_phone": "12", "contact_email": "khong"})

    page = text_of(browser.get(at("check", draft)))

    assert "Liên hệ · Số điện thoại: Số điện thoại bắt đầu bằng 0" in page
    assert f"{at('office', draft)}#id_contact_email" in page


@pytest.mark.parametrize("name", ["code", "along", "reuse"])
def test_pages_beside_the_way_say_that_the_draft_moved(browser, citizen, office, name):
    draft = DraftFactory(person=citizen, organization=office, version=first_version())
    next_version(draft.version)

    page = text_of(browser.get(at(name, draft)))
    back = browser.post(at("read", draft), {"back": at(name, draft)})

    assert "Nội dung thủ tục đã thay đổi" in page
    assert back.url == at(name, draft)


def test_the_way_back_stays_within_the_draft(browser, draft):
    assert browser.post(at("read", draft), {"back": "//elsewhere.example/"}).url == at(
        "office", draft
    )


def test_a_file_that_did_not_fit_is_named_and_the_draft_stays(browser, draft, settings, tmp_path):
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "gone"
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 10
    large = SimpleUploadedFile("a.pdf", b"x" * 100_000)

    page = browser.post(at("papers", draft), {"paper-0": large}, follow=True)

    assert "Máy chủ tạm thời không còn chỗ cho tệp: a.pdf" in text_of(page)
