"""The filled form as PDF: whole for the applicant, masked at the desk."""

import pytest
from django.urls import reverse

from motcua.accounts.tests.sessions import as_citizen
from motcua.catalog.forms_data import form_of
from motcua.dossiers import filled_forms, steps
from motcua.dossiers.tests.desk import sit
from motcua.dossiers.tests.factories import DossierFactory, DraftFactory, VersionFactory
from motcua.paperwork.tests.pages import text_of

ANSWERS = {
    "requester": {
        "full_name": "Trần Thị Bình",
        "birth_date": "1990-02-03",
        "sex": "female",
        "personal_number": "022190001234",
        "residence": {"detail": "Tổ 3, khu 5"},
    },
    "business": {"capital": 50_000_000, "lines": [{"name": "Bán lẻ", "code": "4711"}]},
    "founders": "family",
    "members": [{"full_name": "Lê An", "personal_number": "022090001234", "share": 10_000_000}],
}


@pytest.fixture
def household(registered):
    """The dossier of a household business that several found."""
    registered.version.form, registered.version.form_layout = form_of("1.001612")
    registered.data = ANSWERS
    return registered


def told(form):
    return {line["label"]: line["text"] for part in form["parts"] for line in part["lines"]}


def test_the_applicant_reads_numbers_in_full_and_results(household):
    found = told(filled_forms.of_dossier(household, masked=False))

    assert found["Số định danh cá nhân"] == "022190001234"
    assert found["Vốn kinh doanh"] == "50.000.000 đồng (bằng chữ: năm mươi triệu đồng)"
    assert found["Tỷ lệ vốn góp"] == "20 %"
    assert found["Phần vốn của chủ hộ"].startswith("40.000.000 đồng")
    assert found["Tên bằng tiếng nước ngoài"] == ""


def test_the_desk_reads_them_masked(household):
    found = told(filled_forms.of_dossier(household, masked=True))

    assert found["Số định danh cá nhân"] == "022*****1234"
    assert found["Số định danh cá nhân của thành viên"] == "022*****1234"


def test_each_entry_has_its_own_heading_and_sections_that_do_not_count_are_left_out(household):
    titles = [p["title"] for p in filled_forms.of_dossier(household, masked=True)["parts"]]

    assert titles.count("Thành viên thứ 1") == 1
    household.data = ANSWERS | {"founders": "one"}
    titles = [p["title"] for p in filled_forms.of_dossier(household, masked=True)["parts"]]
    assert "Thành viên thứ 1" not in titles


@pytest.fixture
def draft(office):
    form, layout = form_of("1.001612")
    version = VersionFactory(form=form, form_layout=layout)
    return DraftFactory(
        organization=office, version=version, data=ANSWERS, contact_name="Trần Bình"
    )


def test_a_draft_can_be_read_on_paper_before_it_is_submitted(client, draft):
    browser = as_citizen(client, draft.person)

    answer = browser.get(
        reverse("apply:filled_form", args=[draft.version.procedure.code, draft.key])
    )

    assert answer["Content-Type"] == "application/pdf"
    assert "no-store" in answer["Cache-Control"]
    text = text_of(answer.content)
    assert "Bản nháp, chưa nộp" in text
    assert "022190001234" in text
    assert "Mẫu làm việc của bản trình diễn" in text
    assert "Kính gửi: UBND phường Hồng Gai" in text


def test_an_officer_reads_numbers_in_full_only_where_it_is_recorded(client, office, people):
    form, layout = form_of("1.001612")
    version = VersionFactory(form=form, form_layout=layout)
    registered = DossierFactory(organization=office, version=version, registered=True)
    sit(client, people.clerk)
    address = reverse("desk:filled_form", args=[registered.code])

    client.get(address)
    client.get(address, {"so": "day-du"})

    assert [reading.what for reading in registered.readings.order_by("pk")] == ["page", "numbers"]


def test_what_is_open_leads_to_its_own_entry(draft):
    asked = "Thành viên thứ 1 · Ngày, tháng, năm sinh của thành viên: Hãy nhập"

    found = [one.address for one in steps.obstacles(draft) if asked in one.text]

    assert len(found) == 1
    assert found[0].endswith("/to-khai/nguoi-thanh-lap/#id_members__0__birth_date")


def test_a_procedure_without_a_form_has_none_on_paper(client, office):
    draft = DraftFactory(organization=office, version=VersionFactory(form=None))
    browser = as_citizen(client, draft.person)

    answer = browser.get(
        reverse("apply:filled_form", args=[draft.version.procedure.code, draft.key])
    )

    assert answer.status_code == 404
