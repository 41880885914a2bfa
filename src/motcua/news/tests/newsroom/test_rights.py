"""A role reaches its own corner and no other, as long as it lasts and not a day longer."""

from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.admin.menu import admin_menu
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from motcua.accounts.tests.sessions import as_officer
from motcua.news.models import Article, EditorialRole, Newsroom
from motcua.news.newsroom.workflow import Role
from motcua.organizations.models import Appointment
from motcua.organizations.tests.factories import PersonFactory
from motcua.periods.models import since

from .conftest import article, published
from .pressing import edit, typed

pytestmark = pytest.mark.django_db

ROLES = [pytest.param(role, id=role.name.lower()) for role in Role]
FORBIDDEN = [
    "pages/{0}/edit/",
    "pages/{0}/view_draft/",
    "pages/{0}/delete/",
    "pages/{0}/unpublish/",
    "pages/{0}/move/",
    "pages/{0}/copy/",
    "pages/{0}/history/",
    "pages/{0}/revisions/{1}/view/",
    "pages/{0}/revisions/earliest...latest/",
    "pages/{0}/revisions/compare/earliest...latest/",
]


@pytest.mark.parametrize("role", ROLES)
def test_a_ward_cannot_touch_the_provinces_corner(province, ward, role):
    theirs = article(province, "Họp báo thường kỳ")
    browser = ward.at_work(role)

    for door in FORBIDDEN:
        address = "/bien-tap/" + door.format(theirs.pk, theirs.latest_revision_id)
        answer = browser.get(address)
        assert answer.status_code in {302, 403, 404}, address
        assert "Họp báo" not in answer.content.decode()


def test_nor_many_of_them_at_once(province, ward):
    theirs = published(province)
    browser = ward.at_work(Role.PUBLISHER)

    for action in ("delete", "move", "publish", "unpublish"):
        address = f"/bien-tap/bulk/wagtailcore/page/{action}/?id={theirs.pk}"
        browser.post(address, {"chooser": ward.section.pk, "move_applicable": "on"})

    now = Page.objects.get(pk=theirs.pk)
    assert (now.live, now.path) == (theirs.live, theirs.path)


def test_nor_write_in_it_nor_copy_into_it(province, ward):
    own = article(ward, owner=Role.PUBLISHER)
    browser = ward.at_work(Role.PUBLISHER)

    write = browser.post(f"/bien-tap/pages/add/news/article/{province.section.pk}/", typed())
    copy = browser.post(
        f"/bien-tap/pages/{own.pk}/copy/",
        {"new_title": "Bản sao", "new_slug": "ban-sao", "new_parent_page": province.section.pk},
    )

    assert write.status_code in {302, 403}
    assert copy.status_code in {200, 302, 403}
    assert not province.section.get_children().exists()


def test_nor_see_its_drafts_in_choosers_searches_and_interfaces(province, ward):
    theirs = article(province, "Họp báo thường kỳ")
    browser = ward.at_work(Role.PUBLISHER)

    for address in (
        f"choose-page/{province.section.pk}/",
        "choose-page/search/?q=h%E1%BB%8Dp",
        "pages/search/?q=h%E1%BB%8Dp",
        "pages/search/results/?q=h%E1%BB%8Dp",
        f"pages/{province.section.pk}/",
        "api/main/pages/",
        f"api/main/pages/?child_of={province.section.pk}",
        f"api/main/pages/{theirs.pk}/",
        "reports/workflow/",
        "reports/site-history/",
        "dinh-chinh/",
        "lich-tin/",
        "",
    ):
        answer = browser.get("/bien-tap/" + address)
        assert "Họp báo" not in answer.content.decode(), address


@pytest.mark.parametrize(
    ("role", "own", "others"),
    [(Role.REPORTER, 200, 302), (Role.EDITOR, 200, 200), (Role.PUBLISHER, 200, 200)],
)
def test_reporters_write_their_own_only(province, role, own, others):
    by_reporter = article(province)
    by_editor = article(province, "Của biên tập", owner=Role.EDITOR)
    browser = province.at_work(role)

    assert browser.get(edit(by_reporter)).status_code == own
    assert browser.get(edit(by_editor)).status_code == others


def test_a_corner_itself_stays_where_it_is(province):
    browser = province.at_work(Role.PUBLISHER)

    for door in ("edit", "delete", "move", "unpublish", "copy"):
        answer = browser.get(f"/bien-tap/pages/{province.section.pk}/{door}/")
        assert answer.status_code == 302, door


@pytest.mark.parametrize(
    ("role", "gone"), [(Role.REPORTER, False), (Role.EDITOR, False), (Role.PUBLISHER, True)]
)
def test_only_publishers_delete_what_was_published(province, role, gone):
    page = published(province)
    page.unpublish()

    province.at_work(role).post(f"/bien-tap/pages/{page.pk}/delete/")

    assert Article.objects.filter(pk=page.pk).exists() is not gone


# --- As long as it lasts -------------------------------------------------------------------------


def test_an_appointment_that_ends_takes_the_rights_with_it(province, now):
    page = article(province)
    Appointment.objects.filter(person=province.people[Role.EDITOR]).update(
        valid_during=since(date(2026, 1, 1), date(2026, 11, 23))
    )
    now.move_to("2026-11-22 23:59+07:00")
    browser = province.at_work(Role.EDITOR)
    on_the_last_day = browser.get(edit(page)).status_code

    now.move_to("2026-11-23 00:00+07:00")

    assert (on_the_last_day, browser.get(edit(page)).status_code) == (200, 403)
    assert not province.people[Role.EDITOR].groups.exists()


def test_a_role_that_ends_takes_the_rights_with_it(province, now):
    EditorialRole.objects.filter(role=Role.EDITOR).update(
        valid_during=since(date(2026, 1, 1), date(2026, 11, 23))
    )
    assert province.at_work(Role.EDITOR).get("/bien-tap/").status_code == 200

    now.move_to("2026-11-23 00:00+07:00")

    assert province.at_work(Role.EDITOR).get("/bien-tap/").status_code == 403


def test_a_new_holder_of_the_post_has_the_role_from_the_first_day(province, now):
    held = Appointment.objects.get(person=province.people[Role.EDITOR])
    held.valid_during = since(date(2026, 1, 1), date(2026, 11, 23))
    held.save()
    successor = Appointment.objects.create(
        post=held.post,
        person=province.people[Role.REPORTER],
        valid_during=since(date(2026, 11, 23)),
    )
    page = article(province, "Của biên tập", owner=Role.EDITOR)
    assert province.at_work(Role.REPORTER).get(edit(page)).status_code == 302

    now.move_to("2026-11-23 00:00+07:00")

    assert successor.person == province.people[Role.REPORTER]
    assert province.at_work(Role.REPORTER).get(edit(page)).status_code == 200


def test_other_groups_stay(province):
    person = province.people[Role.EDITOR]
    other = Group.objects.create(name="Thông tin cổng")
    person.groups.add(other)

    province.at_work(Role.EDITOR).get("/bien-tap/")
    EditorialRole.objects.all().delete()
    province.at_work(Role.EDITOR).get("/bien-tap/")

    assert list(person.groups.all()) == [other]


def test_keeping_in_line_is_cheap(province, django_assert_num_queries):
    from motcua.news.newsroom.actions import refresh

    person = province.people[Role.EDITOR]
    refresh(person)

    with django_assert_num_queries(3):
        refresh(person)


def test_the_menu_shows_what_one_may_touch(ward):
    page = ward.at_work(Role.REPORTER).get("/bien-tap/")
    request = page.wsgi_request

    names = {item.name for item in admin_menu.menu_items_for_request(request)}

    ours = {"news-calendar", "news-corrections", "snippets"}
    assert names == {"explorer", "images", "documents", "reports", *ours}


# --- Who gives them ---------------------------------------------------------------------------


@pytest.fixture
def administrator(db):
    return as_officer(Client(), PersonFactory(is_superuser=True))


def test_a_new_corner_has_its_newsroom_at_once(administrator, province):
    index = province.section.get_parent()
    form = nested_form_data(
        {"title": "Xã Quảng La", "slug": "", "intro": "", "comments": inline_formset([])}
    )

    answer = administrator.post(f"/bien-tap/pages/add/news/section/{index.pk}/", form)

    assert answer.status_code == 302
    assert Newsroom.objects.get(section__slug="xa-quang-la").groups.count() == len(Role)


def test_an_administrator_gives_a_role_to_a_post_by_its_name(administrator, ward, province):
    post = Appointment.objects.get(person=ward.people[Role.REPORTER]).post
    address = "/bien-tap/snippets/news/editorialrole/add/"
    form = {
        "newsroom": province.newsroom.pk,
        "role": Role.EDITOR,
        "post": post.pk,
        "person": "",
        "valid_during_0": "2026-11-22",
        "valid_during_1": "",
        "decision": "",
    }

    shown = administrator.get(address).content.decode()
    done = administrator.post(address, form)

    assert "Ủy ban nhân dân phường H49.57 · Phóng viên" in shown
    assert done.status_code == 302
    assert province.newsroom.roles.filter(post=post, role=Role.EDITOR).exists()
