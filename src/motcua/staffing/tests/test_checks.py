"""What stands against an appointment? Each rule, beside its field, in a sentence that helps."""

from datetime import date

import pytest

from motcua.accounts.models import Person
from motcua.organizations.models import Appointment, Duty
from motcua.organizations.tests.factories import AppointmentFactory, PersonFactory, PostFactory
from motcua.periods.models import since
from motcua.staffing import checks, duties, numbers, opening
from motcua.staffing.opening import NewOfficer
from motcua.staffing.terms import Decision

from .conftest import DECISION, FIRST, terms

pytestmark = pytest.mark.django_db


def against(post, person, **said):
    return {each.field: each.sentence for each in checks.of_terms(terms(post, person, **said))}


def test_nothing_stands_against_a_good_one(town):
    assert against(town.deputy, town.somebody) == {}


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        ({"last": date(2026, 11, 30)}, "last", "30/11/2026 đứng trước ngày đầu 01/12/2026"),
        ({"first": date(2036, 12, 31), "last": date(2926, 1, 1)}, "last", "còn quá xa"),
        ({"first": date(2025, 6, 30)}, "first", "chỉ có từ ngày 01/07/2025"),
        (
            {"decision": Decision("1", date(2026, 12, 2), "UBND")},
            "decided_on",
            "02/12/2026 chưa đến",
        ),
        ({"first": date(2026, 11, 19)}, "decided_on", "ký ngày 20/11/2026, sau ngày 19/11/2026"),
        ({"kind": "cover"}, "last", "phải có ngày cuối"),
        ({"kind": "delegated", "scope": "Ký chứng thực"}, "covers", "chọn người ủy quyền"),
    ],
)
def test_days_and_decisions(town, said, field, words):
    assert words in against(town.deputy, town.somebody, **said)[field]


def test_a_single_holder_post_refuses_a_second_and_names_the_first(town):
    said = against(town.chair.post, town.somebody)["first"]

    assert "Trần Thị Chung (từ 01/07/2025)" in said


def test_a_seat_that_becomes_free_is_given_from_the_next_day(town):
    Appointment.objects.filter(pk=town.chair.pk).update(valid_during=since(date(2025, 7, 1), FIRST))

    assert against(town.chair.post, town.somebody) == {}


@pytest.mark.parametrize("kind", ["acting", "in_charge"])
def test_acting_needs_no_seat(town, kind):
    assert against(town.chair.post, town.somebody, kind=kind) == {}


def test_a_post_for_two_gives_its_second_seat(town):
    post = PostFactory(organization=town.commune, holders_allowed=2)
    AppointmentFactory(post=post)

    assert checks.free_seat(post, since(FIRST), checks.of_post(post)) == 2


def test_closed_means_closed(town):
    post = PostFactory(
        organization=town.commune, valid_during=since(date(2025, 7, 1), date(2026, 12, 31))
    )

    assert "chỉ có đến ngày 30/12/2026" in against(post, town.somebody)["last"]
    later = against(post, town.somebody, first=date(2027, 1, 1))
    assert "kết thúc sau ngày 30/12/2026" in later["first"]


def test_nobody_holds_the_same_post_twice(town):
    post = PostFactory(organization=town.commune, holders_allowed=2)
    AppointmentFactory(post=post, person=town.somebody)

    assert "đã có tên ở chức danh này" in against(post, town.somebody)["person"]


def test_a_closed_account_gets_no_post(town):
    closed = PersonFactory(is_active=False)

    assert "đang bị khóa" in against(town.deputy, closed)["person"]


def test_a_cover_lies_within_the_days_of_who_is_away(town):
    Appointment.objects.filter(pk=town.chair.pk).update(
        valid_during=since(date(2025, 7, 1), date(2026, 12, 10))
    )
    town.chair.refresh_from_db()
    said = {"kind": "cover", "covers": town.chair, "last": date(2026, 12, 20)}

    assert (
        "từ 01/07/2025 đến 09/12/2026" in against(town.chair.post, town.somebody, **said)["first"]
    )


def test_one_cover_at_a_time(town):
    said = {"kind": "cover", "covers": town.chair, "last": date(2026, 12, 20)}
    AppointmentFactory(
        post=town.chair.post,
        kind="cover",
        seat=None,
        covers=town.chair,
        valid_during=since(FIRST, date(2026, 12, 5)),
    )

    assert "đã được cử thay" in against(town.chair.post, town.somebody, **said)["first"]


def test_a_delegation_says_what_for(town):
    said = {"kind": "delegated", "covers": town.chair}

    assert "phạm vi ủy quyền" in against(town.chair.post, town.somebody, **said)["scope"]


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (date(2025, 6, 1), "đứng trước ngày bắt đầu 01/07/2025"),
        (date(2926, 1, 1), "còn quá xa"),
    ],
)
def test_an_end_before_the_start_or_too_far(town, last, words):
    decision = Decision("1", date(2025, 6, 1), "UBND")

    assert words in " ".join(each.sentence for each in checks.of_end(town.chair, last, decision))


def test_clashing_duties_are_a_warning(town):
    counter = PostFactory(
        organization__identifier="H49.61.01",
        organization__kind="counter",
        organization__named="Trung tâm phường Hồng Gai",
        title="Giám đốc",
        duties=[Duty.RECEIVE],
    )

    (said,) = duties.warnings(terms(counter, town.chair.person, kind="concurrent"))

    assert "Chủ tịch" in said
    assert "quyết định" in said
    assert against(counter, town.chair.person, kind="concurrent") == {}


def test_duties_in_offices_that_share_no_dossier_do_not_clash(town):
    elsewhere = PostFactory(duties=[Duty.RECEIVE])

    assert duties.warnings(terms(elsewhere, town.chair.person, kind="concurrent")) == []


def test_a_second_main_post_is_a_warning(town):
    (said,) = duties.warnings(terms(town.deputy, town.somebody))

    assert "chọn hình thức kiêm nhiệm" in said


def test_a_new_account_has_a_name_and_an_address_of_its_own(town):
    known = Person.objects.get(username="duc.khac")
    Person.objects.filter(pk=known.pk).update(email="duc@motcua.example")

    found = opening.problems(NewOfficer("Ai Đó", "DUC.khac", "Duc@motcua.example"))

    assert [each.field for each in found] == ["username", "email"]


def test_a_number_of_another_name_is_not_taken_over(town):
    citizen = PersonFactory(full_name="Lê Thị Mới", username="cd-x")
    citizen.personal_number = "022199001234"
    citizen.save()

    (said,) = numbers.problems_of(NewOfficer("Ai Đó", "ai", "ai@motcua.example", "022199001234"))

    assert said.field == "personal_number"
    assert DECISION.signed_on < FIRST
