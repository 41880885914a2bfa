"""A review counts what the record says: windows, sides, parents, people; how sure one may be."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from motcua.dossiers.models import Evaluation
from motcua.dossiers.tests.factories import DossierFactory, OrganizationFactory, officer
from motcua.organizations.models import Duty, Organization, Quota, Succession
from motcua.periods.clock import VIETNAM
from motcua.periods.models import since, until
from motcua.reorganization import (
    pilot_actions,
    pilot_comparison,
    pilot_counting,
    pilot_intervals,
    pilot_verdicts,
    pilot_windows,
)
from motcua.reorganization.pilot_findings import Findings
from motcua.reorganization.pilot_intervals import Share
from motcua.reorganization.pilot_snapshot import Cell, Half, Snapshot
from motcua.reorganization.pilot_verdicts import Shares, Tone

from .stories import STARTED, decided

AS_OF = date(2026, 9, 10)
NOW = datetime(2026, 9, 10, 9, tzinfo=VIETNAM)
BEFORE, AFTER = date(2025, 9, 1), date(2026, 3, 1)


@pytest.fixture
def compared(running, offices, people):
    pilot_actions.compare(running, [offices.similar.pk], by=people.keeper)
    return running


# --- Windows -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("started", "as_of", "before", "after", "months"),
    [
        ("2026-03-01", "2026-09-10", "2025-09-01", "2026-03-01", 6),
        ("2026-03-02", "2026-09-10", "2025-10-01", "2026-04-01", 5),
        ("2026-03-01", "2026-08-31", "2025-09-01", "2026-03-01", 6),
        ("2024-01-01", "2026-09-10", "2023-01-01", "2025-09-01", 12),
        ("2026-09-01", "2026-09-10", "2026-09-01", "2026-09-01", 0),
        ("2026-09-20", "2026-09-25", "2026-09-01", "2026-09-01", 0),
    ],
)
def test_windows_are_whole_months_of_one_length(started, as_of, before, after, months):
    found = pilot_windows.windows(date.fromisoformat(started), date.fromisoformat(as_of))

    assert found.before.first.isoformat() == before
    assert found.after.first.isoformat() == after
    assert found.before.months == found.after.months == months


# --- Counting ------------------------------------------------------------------------------------


def test_both_sides_are_counted_before_and_since(compared, offices):
    decided(offices.member, BEFORE, 6, on_time=8, late=2)
    decided(offices.member_two, AFTER, 6, on_time=9, late=1)
    decided(offices.similar, BEFORE, 12, on_time=5, late=5)
    decided(offices.bigger, BEFORE, 12, on_time=100, late=0)
    decided(offices.member, date(2026, 9, 1), 1, on_time=7, late=0)  # not over yet

    told = pilot_counting.counted(compared, AS_OF, NOW)

    assert told.concerned.before.in_time == Share(48, 60)
    assert told.concerned.after.in_time == Share(54, 60)
    assert told.comparison.before.in_time == told.comparison.after.in_time == Share(30, 60)
    assert [month.resolved for month in told.concerned.months] == [10] * 12


def test_what_the_parents_of_a_merged_body_did_counts_as_before(make_pilot, offices, people):
    parent = OrganizationFactory(identifier="H49.70", valid_during=since(date(2020, 1, 1), STARTED))
    child = OrganizationFactory(identifier="H49.71", valid_during=since(STARTED))
    Succession.objects.create(
        old=parent, new=child, day=STARTED, kind="consolidate", is_default=True, legal_basis="NQ"
    )
    pilot = make_pilot(members=[child])
    pilot_actions.begin(pilot, by=people.keeper)
    decided(parent, BEFORE, 6, on_time=1, late=0)
    decided(child, AFTER, 6, on_time=2, late=0)

    told = pilot_counting.counted(pilot, AS_OF, NOW)

    assert (told.concerned.before.resolved, told.concerned.after.resolved) == (6, 12)
    assert [each.identifier for each in told.concerned.offices if each.is_parent] == ["H49.70"]
    assert any("tiền thân" in line for line in Findings(told).caveats)


def test_one_that_ends_during_the_pilot_is_followed_to_its_heir(compared, offices, people):
    day = date(2026, 6, 1)
    offices.member_two.names.update(valid_during=since(date(2020, 1, 1), day))
    Organization.objects.filter(pk=offices.member_two.pk).update(valid_during=until(day))
    Succession.objects.create(
        old=offices.member_two,
        new=offices.similar,  # stood on the other side until then
        day=day,
        kind="absorb",
        is_default=True,
        legal_basis="NQ",
    )
    decided(offices.member_two, BEFORE, 6, on_time=1, late=0)
    decided(offices.similar, AFTER, 6, on_time=2, late=0)

    told = pilot_counting.counted(compared, AS_OF, NOW)

    assert (told.concerned.before.resolved, told.concerned.after.resolved) == (6, 12)
    named = {each.identifier: (each.is_heir, each.is_parent) for each in told.concerned.offices}
    assert named == {"H49.61": (False, False), "H49.63": (True, False), "H49.62": (False, True)}
    assert not told.has_comparison
    assert any("nơi kế tục" in line for line in Findings(told).caveats)


def test_the_middle_time_is_of_all_that_the_side_decided(compared, offices):
    for office, days in ((offices.member, 2), (offices.member, 4), (offices.member_two, 9)):
        received = datetime(2026, 4, 1, 8, tzinfo=VIETNAM)
        DossierFactory(
            organization=office,
            finished=True,
            submitted_at=received,
            received_at=received,
            finished_at=received + timedelta(days=days),
        )

    told = pilot_counting.counted(compared, AS_OF, NOW)

    assert told.concerned.after.median_days == 4.0
    assert told.concerned.before.median_days is None


def evaluated(office, decided_on, at, *levels, replaced_at=None):
    for level in levels:
        Evaluation.objects.create(
            dossier=DossierFactory(organization=office, returned=True),
            organization=office,
            decided_on=decided_on,
            level=level,
            at=at,
            replaced_at=replaced_at,
        )


def test_satisfaction_is_of_what_was_decided_and_as_known_then(compared, offices):
    given, later = NOW - timedelta(days=5), NOW + timedelta(days=2)
    evaluated(offices.member, date(2026, 4, 9), given, 5, 4, 3)
    evaluated(offices.member, date(2026, 2, 28), given, 2)
    evaluated(offices.similar, date(2026, 8, 31), given, 4, 1)
    evaluated(offices.bigger, date(2026, 4, 9), given, 1)
    evaluated(offices.member, date(2026, 4, 9), later, 1)
    evaluated(offices.member, date(2026, 9, 2), given, 1)  # its month is not over

    told = pilot_counting.counted(compared, AS_OF, later)

    assert told.concerned.after.contentment == Share(2, 3)
    assert told.concerned.before.contentment == Share(0, 1)
    assert told.comparison.after.contentment == Share(1, 2)
    assert told.comparison.before.contentment == Share(0, 0)
    assert any("Chỉ người nộp nào muốn" in line for line in Findings(told).caveats)


def test_people_posts_and_headcount_are_those_of_the_day(compared, offices, people):
    both = officer(offices.member, Duty.DECIDE, title="Phó Chủ tịch")
    officer(offices.similar, Duty.RECEIVE, person=both.person, title="Giám đốc")
    Quota.objects.create(
        organization=offices.member, year=2025, kind="civil", assigned=24, actual=22
    )
    Quota.objects.create(organization=offices.member, year=2026, kind="civil", assigned=20)

    told = pilot_counting.counted(compared, AS_OF, timezone.now()).concerned

    assert told.before.headcount == {"civil": [24, 22]}
    assert told.after.headcount == {"civil": [20, None]}
    assert (told.after.posts, told.after.persons, told.after.concurrent) == (2, 2, 1)


def test_what_was_corrected_later_changes_no_review_of_before(compared, offices, people):
    quota = Quota.objects.create(
        organization=offices.member, year=2026, kind="civil", assigned=24, recorded_at=NOW
    )
    seen = pilot_counting.counted(compared, AS_OF, NOW)
    later = NOW + timedelta(days=3)

    Quota.objects.filter(pk=quota.pk).update(assigned=19, recorded_at=later)

    again = pilot_counting.counted(compared, AS_OF, NOW).concerned.after
    assert again.headcount == seen.concerned.after.headcount == {"civil": [24, None]}
    now = pilot_counting.counted(compared, AS_OF, later).concerned.after
    assert now.headcount == {"civil": [19, None]}


def test_a_review_costs_a_bounded_number_of_queries(
    compared, offices, people, django_assert_max_num_queries
):
    for office in (offices.member, offices.member_two, offices.similar):
        officer(office, Duty.DECIDE)
        decided(office, BEFORE, 12, on_time=5, late=5)

    with django_assert_max_num_queries(31):
        pilot_counting.counted(compared, AS_OF, NOW)


def test_what_was_kept_is_read_as_it_was(compared, offices):
    decided(offices.member, BEFORE, 12, on_time=5, late=5)
    told = pilot_counting.counted(compared, AS_OF, NOW)

    assert Snapshot.read(told.kept()) == told


# --- With whom -----------------------------------------------------------------------------------


def test_those_of_the_same_kind_with_as_much_to_do_are_offered_first(draft, offices):
    for office in (offices.member, offices.member_two):
        decided(office, BEFORE, 6, on_time=10, late=0)
    decided(offices.similar, BEFORE, 6, on_time=12, late=0)
    decided(offices.bigger, BEFORE, 6, on_time=90, late=0)

    found = pilot_comparison.candidates(draft)

    assert [each.office for each in found] == [offices.similar, offices.bigger]
    assert [each.office for each in pilot_comparison.proposed(found)] == [offices.similar]


def test_offering_costs_few_queries(draft, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        pilot_comparison.candidates(draft)


# --- How sure ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    # Newcombe, Two-sided confidence intervals for the single proportion, 1998, table I, method 3
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_one_share_has_wilsons_interval(part, whole, low, high):
    found = pilot_intervals.wilson(Share(part, whole))

    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("later", "earlier", "low", "high"),
    # Newcombe, Interval estimation for the difference, 1998, table II, method 10
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_a_difference_has_newcombes_interval(later, earlier, low, high):
    found = pilot_intervals.difference(Share(*later), Share(*earlier))

    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


def verdict(before, after, there_before=(0, 0), there_after=(0, 0)):
    shares = (Share(*each) for each in (before, after, there_before, there_after))
    return pilot_verdicts.of(Shares(*shares))


def test_few_cases_say_nothing():
    found = verdict((29, 29), (100, 200), (90, 100), (90, 100))

    assert found.tone is Tone.FEW
    assert "29" not in found.text and "30" in found.text


@pytest.mark.parametrize(
    ("after", "tone"),
    [((950, 1000), Tone.BETTER), ((850, 1000), Tone.WORSE), ((905, 1000), Tone.UNCLEAR)],
)
def test_a_difference_counts_against_what_changed_elsewhere(after, tone):
    assert verdict((900, 1000), after, (900, 1000), (900, 1000)).tone is tone


def test_what_got_better_everywhere_is_no_finding():
    assert verdict((900, 1000), (950, 1000), (900, 1000), (950, 1000)).tone is Tone.UNCLEAR


def test_with_nobody_to_compare_with_it_says_so():
    found = verdict((900, 1000), (950, 1000))

    assert found.tone is Tone.BETTER
    assert "không có nơi so sánh" in found.text


# --- What is told --------------------------------------------------------------------------------


def findings(smallest=0, **cell):
    half = Half(after=Cell(**cell))
    told = Snapshot(STARTED, AS_OF, NOW, 6, BEFORE, AFTER, (2025, 2026), half, Half())
    return Findings(told, smallest)


def texts(found):
    return {line.name: line.texts[1] for group in found.groups for line in group.lines}


def test_contentment_is_not_made_up():
    assert texts(findings())["Mức độ hài lòng"] == "chưa có dữ liệu"


def test_what_few_said_is_hidden_also_in_the_sentence_below():
    few = {"evaluated": 2, "satisfied": 1}

    open_to_all, inside = findings(3, **few), findings(**few)

    assert texts(open_to_all)["Mức độ hài lòng"] == "*"
    assert [open_to_all.count(open_to_all.cells[1], name) for name in few] == ["*", "*"]
    assert texts(inside)["Mức độ hài lòng"].startswith("50,0%")
    assert not any(sign.isdigit() for sign in open_to_all.groups[3].verdict.text)


def test_a_review_kept_before_there_were_evaluations_is_read():
    cell = {"received": 3}
    half = {"offices": [], "before": cell, "after": cell, "months": []}

    assert Half.read(half).after.contentment == Share(0, 0)


def test_numbers_of_few_are_hidden_from_everybody_but_the_offices():
    few = {"received": 3, "on_time": 2, "late": 1, "answered": 2, "answered_in_time": 2}

    open_to_all, inside = findings(5, **few), findings(**few)

    shown = texts(open_to_all)
    hidden = ["Tiếp nhận", "Đã giải quyết", "Đúng hạn hoặc sớm hạn", "Giải quyết quá hạn"]
    assert {shown[name] for name in (*hidden, "Câu hỏi đã trả lời", "Trả lời đúng hạn")} == {"*"}
    assert open_to_all.hides and not inside.hides
    assert texts(inside)["Tiếp nhận"] == "3"


def test_a_share_is_never_rounded_up_and_says_how_sure_it_is():
    assert texts(findings(on_time=999, late=1))["Đúng hạn hoặc sớm hạn"].startswith("99,9% (99,")


def test_it_says_that_it_proves_no_cause():
    assert "không chứng minh được nguyên nhân" in findings().caveats[0]
