"""The page of papers asks for what one who applies online hands in, and folds the rest."""

import pytest
from django.urls import reverse

from motcua.accounts.tests.sessions import as_citizen
from motcua.catalog.forms_data import form_of
from motcua.catalog.models import Component
from motcua.dossiers import shelves
from motcua.dossiers.tests.factories import DraftFactory, PersonFactory, VersionFactory, pdf

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
