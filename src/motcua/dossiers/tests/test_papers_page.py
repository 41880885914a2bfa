"""The page of papers asks for what one who applies online hands in, and folds the rest."""

import pytest
from django.urls import reverse

from motcua.accounts.tests.sessions import as_citizen, as_officer
from motcua.catalog.forms_data import form_of
from motcua.catalog.models import Case, Component
from motcua.dossiers import shelves
from motcua.dossiers.tests.factories import (
    DossierFactory,
    DraftFactory,
    PersonFactory,
    VersionFactory,
    officer,
    pdf,
)
from motcua.dossiers.tests.versions import asked, first_version, next_version
from motcua.organizations.models import Duty

PAPERS = {
    "Giấy chứng sinh": "",
    "Mẫu hộ tịch điện tử tương tác đăng ký khai sinh": "Nộp trực tuyến",
    "Biên bản về việc trẻ bị bỏ rơi": "Trẻ em bị bỏ rơi",
    "Bản sao có chứng thực": "Khi gửi hồ sơ qua bưu chính",
}


@pytest.fixture
def draft(office):
    form, layout = form_of("1.001193")
    version = VersionFactory(form=form, form_layout=layout, papers=PAPERS)
    return DraftFactory(person=PersonFactory(), organization=office, version=version)


def the_shelf(draft):
    return shelves.shelves(draft, draft.person)[0]


def names(lines):
    return [line.component.name for line in lines]


def test_each_paper_lies_where_it_belongs(draft):
    shelf = the_shelf(draft)
    asked, form, abandoned, by_post = PAPERS
    assert names(shelf.lines) == [asked]
    assert names(shelf.in_some_cases) == [abandoned]
    assert [one.name for one in shelf.filled_in] == [form]
    assert [one.name for one in shelf.elsewhere] == [by_post]


def test_what_was_sent_for_a_paper_of_another_way_stays_in_sight(draft):
    by_post = Component.objects.get(name="Bản sao có chứng thực")
    draft.attach(pdf(), name="ban-sao.pdf", component=by_post)
    assert "Bản sao có chứng thực" in names(the_shelf(draft).lines)


def test_the_page_says_what_nobody_has_to_upload(client, draft):
    page = as_citizen(client, draft.person).get(
        reverse("apply:papers", args=[draft.version.procedure.code, draft.key])
    )
    words = page.content.decode()
    assert "bạn đã điền ở các trang trước" in words
    assert "1 giấy tờ chỉ cần trong trường hợp riêng" in words
    assert "Không cần khi nộp trực tuyến" in words


def test_who_has_no_choice_of_cases_is_not_told_of_any(client, draft):
    assert "Trường hợp của bạn" not in said(client, draft)
    assert "rường hợp của bạn" not in said(client, draft, "check")


HOUSE, TEMPLE, TOWER = "(1.7) Đối với nhà ở riêng lẻ", "Công trình tôn giáo", "Công trình khác"
CASES = {HOUSE: ["Bản vẽ nhà", "Giấy tờ đất"], TEMPLE: ["Ý kiến về tôn giáo"], TOWER: ["Dự án"]}
WHICH = {
    "oneOf": [
        {"const": "a", "title": "Nhà", "x-case": "nhà ở riêng lẻ"},
        {"const": "b", "title": "Công trình khác"},
    ]
}


@pytest.fixture
def building(office):
    form, layout = asked(way=WHICH)
    version = next_version(first_version(), form=form, layout=layout, cases=CASES)
    return DraftFactory(person=PersonFactory(), organization=office, version=version)


def said(client, draft, page="papers"):
    address = reverse(f"apply:{page}", args=[draft.version.procedure.code, draft.key])
    return as_citizen(client, draft.person).get(address).content.decode()


def sent(client, draft, **typed):
    address = reverse("apply:papers", args=[draft.version.procedure.code, draft.key])
    return as_citizen(client, draft.person).post(address, typed)


def case(name):
    return Case.objects.get(name=name)


def asks_for(page):
    names = [name for papers in CASES.values() for name in papers]
    return {name for name in names if f">{name}</label>" in page}


def test_an_answer_says_whose_papers_are_asked_for(client, building):
    building.write({"way": "a"})

    page = said(client, building)

    assert asks_for(page) == {"Bản vẽ nhà", "Giấy tờ đất"}
    assert "Giấy tờ của 2 trường hợp khác" in page
    assert 'name="case"' not in page


def test_what_the_answer_leaves_open_is_asked_once(client, building):
    building.write({"way": "b"})
    page, last = said(client, building), said(client, building, "check")

    assert page.count('type="radio" name="case"') == 2
    assert asks_for(page) == set()
    assert "bạn chưa nói trường hợp của mình" in last

    answer = sent(client, building, case=str(case(TEMPLE).pk), next="1")

    assert answer.url == reverse(
        "apply:papers", args=[building.version.procedure.code, building.key]
    )
    assert asks_for(said(client, building)) == {"Ý kiến về tôn giáo"}
    assert "<li>Ý kiến về tôn giáo</li>" in said(client, building, "check")
    assert "/kiem-tra/" in sent(client, building, case=str(case(TEMPLE).pk), next="1").url


def test_a_case_that_the_answers_rule_out_is_not_taken(client, building):
    building.write({"way": "b"})

    sent(client, building, case=str(case(HOUSE).pk), choose="1")

    building.refresh_from_db()
    assert building.case is None


def test_files_of_another_case_stay_and_are_named(client, building):
    building.write({"way": "a"})
    plan = Component.objects.get(name="Bản vẽ nhà")
    building.attach(pdf(), name="ban-ve.pdf", component=plan)
    building.write({"way": "b"})
    building.choose_case(case(TOWER))

    page, last = said(client, building), said(client, building, "check")

    assert "Các tệp này thuộc giấy tờ của trường hợp khác" in page
    assert asks_for(page) == {"Dự án"}
    assert "ban-ve.pdf" in page
    assert "Thuộc giấy tờ của trường hợp khác." in last


def test_a_paper_that_both_cases_name_is_not_asked_for_again(client, building):
    both = CASES | {TOWER: ["Dự án", "GIẤY TỜ ĐẤT"]}
    building.version = next_version(building.version, cases=both)
    building.save()
    land = Component.objects.get(name="Giấy tờ đất", case__version=building.version)
    building.attach(pdf(), name="so-do.pdf", component=land)
    building.write({"way": "b"})
    building.choose_case(building.version.cases.get(name=TOWER))

    page, last = said(client, building), said(client, building, "check")

    assert "Các tệp này thuộc giấy tờ của trường hợp khác" not in page
    assert page.count("so-do.pdf</a>") == 1
    assert "<li>GIẤY TỜ ĐẤT</li>" not in last
    assert "Thuộc giấy tờ của trường hợp khác." not in last


def test_the_case_comes_along_to_the_next_version(client, building):
    building.write({"way": "b"})
    building.choose_case(case(TEMPLE))
    next_version(building.version, cases={TEMPLE.upper(): ["Ý kiến mới"], TOWER: ["Dự án"]})

    said(client, building)

    building.refresh_from_db()
    assert building.case is not None
    assert building.case.name == TEMPLE.upper()


def test_the_form_that_was_filled_in_is_no_paper_to_send(office):
    form, layout = form_of("1.013225")
    form_paper = "Đơn đề nghị cấp giấy phép xây dựng theo Mẫu số 1"
    version = VersionFactory(form=form, form_layout=layout, papers=[form_paper, "Bản vẽ"])
    shelf = the_shelf(DraftFactory(person=PersonFactory(), organization=office, version=version))
    assert [one.name for one in shelf.filled_in] == [form_paper]
    assert names(shelf.lines) == ["Bản vẽ"]


def test_officers_read_which_case_it_is(client, building, office):
    building.write({"way": "b"})
    building.choose_case(case(TEMPLE))
    dossier = DossierFactory(
        applicant=building.person, draft=building, version=building.version, organization=office
    )
    reader = officer(office, Duty.RECEIVE)

    page = as_officer(client, reader.person).get(reverse("desk:detail", args=[dossier.code]))

    assert f"Trường hợp: {TEMPLE}" in page.content.decode()
