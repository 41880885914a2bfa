"""Is the editor told at once what day is lawful, and may only the province announce?"""

import pytest

from motcua.news.models import Announcement, Section
from motcua.news.newsroom.workflow import Role
from motcua.organizations.tests.factories import OrganizationFactory
from motcua.organizations.tests.reorganizing import end
from motcua.worktime.actions import load_calendar

pytestmark = pytest.mark.django_db
ADD = "/bien-tap/snippets/news/announcement/add/"


@pytest.fixture(autouse=True)
def calendar(now):
    load_calendar()
    now.move_to("2026-11-23 09:00+07:00")


def typed(**facts):
    given = {
        "kind": "planned_outage",
        "title": "Tạm ngừng nộp hồ sơ",
        "text": "",
        "organization": "",
        "starts_at": "2026-12-05 22:00",
        "recovers_at": "2026-12-06 05:00",
        "services": "Nộp hồ sơ trực tuyến",
        "reason": "",
        "recovered_at": "",
        "published_at": "2026-11-23 09:00",
        "expires_at": "",
        "slug": "",
    }
    return {**given, **facts}


@pytest.mark.parametrize("role", [Role.EDITOR, Role.PUBLISHER])
def test_the_province_s_editors_announce(province, role):
    answer = province.at_work(role).post(ADD, typed())

    assert answer.status_code == 302
    assert Announcement.objects.get().slug == "tam-ngung-nop-ho-so"


def test_one_too_soon_comes_back_with_the_first_lawful_day_and_everything_typed(province):
    answer = province.at_work(Role.EDITOR).post(ADD, typed(starts_at="2026-11-28 22:00"))

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "sớm nhất được tạm ngừng từ ngày 04/12/2026" in page
    assert "Tạm ngừng nộp hồ sơ" in page
    assert not Announcement.objects.exists()


def test_an_emergency_goes_out_at_once(province):
    now = {"starts_at": "2026-11-23 08:00", "recovers_at": "2026-11-23 12:00"}
    emergency = typed(kind="unplanned_outage", reason="Đứt cáp quang.", **now)

    answer = province.at_work(Role.PUBLISHER).post(ADD, emergency)

    assert answer.status_code == 302


@pytest.mark.parametrize("role", list(Role))
def test_a_ward_announces_nothing_above_every_page(ward, role):
    ward.at_work(role).post(ADD, typed())

    assert not Announcement.objects.exists()


def test_nor_does_the_province_s_reporter(province):
    province.at_work(Role.REPORTER).post(ADD, typed())

    assert not Announcement.objects.exists()


@pytest.fixture
def ended():
    return end(OrganizationFactory(named="UBND phường Cũ"), OrganizationFactory(named="Phường Mới"))


def test_only_offices_of_today_are_offered_by_name(province, ended):
    page = province.at_work(Role.EDITOR).get(ADD).content.decode()

    assert ">Phường Mới</option>" in page
    assert "UBND phường Cũ" not in page
    assert f'<option value="{ended.pk}"' not in page


def test_an_ended_office_is_refused_with_everything_typed(province, ended):
    sent = typed(organization=ended.pk)

    answer = province.at_work(Role.EDITOR).post(ADD, sent)

    assert answer.status_code == 200
    assert sent["title"] in answer.content.decode()
    assert not Announcement.objects.exists()


def test_a_corner_is_opened_for_who_is_open_and_keeps_its_ended_owner(province, ended):
    corner = province.section
    corner.organization = ended
    form = Section.get_edit_handler().get_form_class()
    offered = form(instance=corner).fields["organization"].queryset

    fresh = form(instance=Section()).fields["organization"].queryset
    assert ended in offered
    assert ended not in fresh
