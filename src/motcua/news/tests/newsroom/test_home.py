"""Where does somebody begin who came to write?"""

import pytest
from django.test import Client
from django.urls import reverse

from motcua.accounts.tests.sessions import as_officer
from motcua.dossiers.tests.factories import PersonFactory
from motcua.news.blocks import BODY
from motcua.news.newsroom.actions import refresh
from motcua.news.newsroom.workflow import Role

HOME = "/bien-tap/"


def opens(person, address):
    answer = as_officer(Client(), person).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_reporter_begins_an_article_from_the_first_page(ward):
    home = opens(ward.people[Role.REPORTER], HOME)

    assert reverse("wagtailadmin_pages:add", args=["news", "article", ward.section.pk]) in home
    assert "Góc tin của bạn" in home


def test_the_first_page_leads_to_no_other_host_and_counts_nothing(ward):
    home = opens(ward.people[Role.EDITOR], HOME)

    assert "guide.wagtail.org" not in home
    assert "w-summary__list" not in home


def test_a_corner_of_others_is_not_offered(ward, province):
    other = province.section.pk
    home = opens(ward.people[Role.REPORTER], HOME)

    assert reverse("wagtailadmin_pages:add", args=["news", "article", other]) not in home


def test_the_desk_shows_the_newsroom_to_whoever_works_there(ward):
    assert f'href="{HOME}"' in opens(ward.people[Role.REPORTER], "/can-bo/hoi-dap/")


@pytest.mark.django_db
def test_the_desk_shows_no_newsroom_to_others():
    answer = as_officer(Client(), PersonFactory()).get("/can-bo/hoi-dap/")

    assert f'href="{HOME}"' not in answer.content.decode()


def test_the_title_has_its_label(ward):
    address = reverse("wagtailadmin_pages:add", args=["news", "article", ward.section.pk])
    page = opens(ward.people[Role.REPORTER], address)

    assert 'for="id_title" id="id_title-label"' in page


def test_a_code_says_how_it_looks():
    assert "1.001193" in str(BODY.child_blocks["procedure"].field.help_text)
    assert "H49.12" in str(BODY.child_blocks["organization"].field.help_text)


def test_an_editor_may_begin_the_other_language_of_an_article(ward):
    editor = ward.people[Role.EDITOR]
    refresh(editor)

    assert editor.has_perm("simple_translation.submit_translation")


def test_the_province_s_editors_mend_the_search_for_all(province, ward):
    for desk in (province, ward):
        refresh(desk.people[Role.EDITOR])
    central, local = province.people[Role.EDITOR], ward.people[Role.EDITOR]

    assert central.has_perms(["search.add_synonym", "search.view_unanswered"])
    assert not local.has_perm("search.add_synonym")


def test_the_words_of_wagtail_s_scripts_are_vietnamese(ward):
    said = opens(ward.people[Role.EDITOR], reverse("wagtailadmin_javascript_catalog"))

    assert "Th\\u00eam kh\\u1ed1i" in said  # Thêm khối
