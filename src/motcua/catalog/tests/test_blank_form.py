"""Whoever fills in by hand takes the same questions along, empty."""

import pypdfium2
import pytest

from motcua.catalog.forms import blank
from motcua.catalog.forms.layout import form_of
from motcua.catalog.forms_data import FOLDER
from motcua.catalog.forms_data import form_of as recorded_form
from motcua.catalog.models import Procedure, ProcedureVersion

OWN = sorted(path.stem for path in FOLDER.glob("[0-9]*.json"))


def version_of(code):
    form, layout = recorded_form(code)
    return ProcedureVersion(procedure=Procedure(code=code), form=form, form_layout=layout)


@pytest.mark.parametrize("code", OWN)
def test_every_question_of_the_form_stands_there_once_or_in_entries(code):
    version = version_of(code)
    asked = sum(len(section.parts) for page in form_of(version).pages for section in page.sections)

    parts = blank.parts(version)

    assert sum(len(part["lines"]) for part in parts) >= asked
    assert all(part["title"] for part in parts)


def test_what_can_be_chosen_is_ticked_and_the_rest_written():
    lines = {
        line["label"]: line["text"]
        for part in blank.parts(version_of("1.001193"))
        for line in part["lines"]
    }

    assert lines["Giới tính"] == "□ Nam   □ Nữ"
    assert lines["Họ, chữ đệm, tên của trẻ"] == ""


def test_what_counts_in_some_cases_says_in_which():
    titles = [part["title"] for part in blank.parts(version_of("1.001193"))]

    assert (
        "Thông tin về mẹ (chỉ điền khi trả lời “Có” ở câu “Có khai về người mẹ không?”)" in titles
    )


def test_it_is_downloaded_from_the_procedures_page_and_says_what_it_is(client, recorded):
    page = client.get("/dich-vu-cong/1.001193/").text
    paper = client.get("/dich-vu-cong/1.001193/to-khai-trong.pdf")

    assert 'href="/dich-vu-cong/1.001193/to-khai-trong.pdf"' in page
    assert "chưa phải biểu mẫu điện tử chính thức" in page
    text = pypdfium2.PdfDocument(paper.content)[0].get_textpage().get_text_range()
    assert "TỜ KHAI ĐĂNG KÝ KHAI SINH" in text
    assert "Bản nháp" not in text


@pytest.mark.parametrize("code", ["9.999999", "2.000884"])
def test_where_there_is_no_form_there_is_no_empty_one(client, recorded, code):
    assert client.get(f"/dich-vu-cong/{code}/to-khai-trong.pdf").status_code == 404
