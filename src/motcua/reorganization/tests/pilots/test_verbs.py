"""Entering, changing, holding, deciding: each once right, and refused where it must be."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from motcua.dossiers.tests.factories import FOREVER, pdf
from motcua.organizations.models import Appointment, Organization, Post, Succession
from motcua.periods.clock import today
from motcua.periods.models import since
from motcua.reorganization import pilot_actions, pilot_workflow
from motcua.reorganization import pilot_exceptions as exceptions
from motcua.reorganization.models import Pilot, PilotKeeper, PilotOrganization, PilotReview, Side
from motcua.reorganization.pilot_actions import Decided, Held
from motcua.reorganization.pilot_workflow import State

from .stories import FINAL, INTERIM, STARTED, entered


def decision(**told):
    day = today()
    return Decided(**{"number": "12/QĐ-UBND", "decided_on": day, "since": day} | told)


def review_of(pilot, kind=INTERIM):
    return pilot.reviews.get(kind=kind)


def held(**told):
    return Held(**{"held_on": today() - timedelta(days=1), "words": "Đạt."} | told)


# --- Entering ------------------------------------------------------------------------------------


def test_what_is_entered_gets_a_code_and_is_seen_by_nobody_else(draft, people):
    assert draft.code == "TD-2026-001"
    assert draft.state == State.DRAFT
    assert not Pilot.objects.public().exists()
    assert Pilot.objects.before(people.keeper).exists()
    assert not Pilot.objects.before(people.member).exists()


def test_only_who_keeps_for_an_organization_enters(offices, people):
    for by in (people.member, people.stranger, people.idle):
        with pytest.raises(exceptions.NotYourPilot):
            pilot_actions.enter(entered([offices.member]), offices.committee, by=by)


def test_members_read_what_has_begun(running, people):
    assert Pilot.objects.before(people.member).get() == running
    assert not Pilot.objects.before(people.stranger).exists()
    assert running.moves_for(people.member) == []


def test_it_begins_with_somebody_and_with_a_day_of_its_end(make_pilot, people):
    with pytest.raises(exceptions.NothingConcerned):
        pilot_actions.begin(make_pilot(members=[]), by=people.keeper)
    with pytest.raises(exceptions.NoReviewDue):
        only = [(INTERIM, date(2026, 9, 1))]
        pilot_actions.begin(make_pilot(reviews=only), by=people.keeper)


# --- Changing ------------------------------------------------------------------------------------


def test_the_first_day_may_be_mended_until_it_begins(draft, offices, people):
    pilot_actions.compare(draft, [offices.similar.pk], by=people.keeper)
    later = date(2026, 4, 1)

    again = entered([offices.member], started_on=later)
    pilot_actions.amend(draft, again, by=people.keeper)

    rows = draft.participations.order_by("side")
    assert {row.valid_during.lower for row in rows} == {later}
    assert [row.side for row in rows] == [Side.COMPARISON, Side.CONCERNED]


def test_who_leaves_a_running_pilot_took_part_until_then(running, offices, people):
    again = entered([offices.member, offices.similar], started_on=date(2020, 1, 1))

    pilot_actions.amend(running, again, by=people.keeper, reason="Hà Tu rút, thêm Hà Lầm.")

    running.refresh_from_db()
    assert running.started_on == STARTED
    left = PilotOrganization.objects.get(organization=offices.member_two)
    assert (left.valid_during.lower, left.valid_during.upper) == (STARTED, today())
    joined = PilotOrganization.objects.get(organization=offices.similar)
    assert joined.valid_during.lower == today()


def test_what_everybody_read_changes_only_with_a_reason(running, offices, people):
    with pytest.raises(exceptions.ReasonMissing):
        pilot_actions.amend(running, entered([offices.member]), by=people.keeper, reason=" ")

    pilot_actions.amend(
        running, entered([offices.member], name="Tên mới"), by=people.keeper, reason="Sửa tên."
    )
    assert running.events.last().payload["before"] == {"name": "Một trung tâm cho hai xã"}


def test_a_member_is_not_compared_with_itself(draft, offices, people):
    chosen = [offices.similar.pk, offices.member.pk]

    pilot_actions.compare(draft, chosen, by=people.keeper)

    row = draft.participations.get(side=Side.COMPARISON)
    assert row.organization == offices.similar


def test_posts_are_chosen_from_its_first_day_on(draft, people):
    pilot_actions.choose_posts(draft, [people.member.post.pk], by=people.keeper)
    assert draft.posts.get().valid_during.lower == STARTED

    pilot_actions.choose_posts(draft, [], by=people.keeper)
    assert not draft.posts.exists()


def test_the_second_of_two_officers_is_too_late(running, offices, people):
    same = Pilot.objects.get(pk=running.pk)
    pilot_actions.compare(running, [offices.similar.pk], by=people.keeper)

    with pytest.raises(exceptions.PilotMoved):
        pilot_actions.decide(same, pilot_workflow.STOP, decision(), by=people.chair)

    assert not running.decisions.exists()


# --- Reviews -------------------------------------------------------------------------------------


def test_a_review_is_overdue_from_the_day_after(running):
    review, day = review_of(running), date(2026, 9, 1)

    assert not review.is_overdue(day)
    assert review.is_overdue(day + timedelta(days=1))
    assert Pilot.objects.overdue(day + timedelta(days=1)).get() == running
    assert not Pilot.objects.overdue(day).exists()


def test_a_held_review_keeps_its_figures_and_its_paper(running, people):
    review = review_of(running)

    told = held(file=(pdf("bao-cao"), "Báo cáo.pdf"), is_public=True)
    pilot_actions.hold_review(running, review, told, by=people.keeper)

    review.refresh_from_db()
    assert review.is_held and review.is_public and review.file_name == "Báo cáo.pdf"
    assert review.figures["concerned"]["offices"][0]["identifier"] == "H49.61"
    assert not Pilot.objects.overdue(today()).exists()


def test_a_review_is_held_once(running, people):
    review = review_of(running)
    pilot_actions.hold_review(running, review, held(), by=people.keeper)

    with pytest.raises(exceptions.ReviewHeld):
        pilot_actions.hold_review(running, review, held(words="Khác."), by=people.keeper)


@pytest.mark.parametrize("day", [STARTED - timedelta(days=1), date(2999, 1, 1)])
def test_a_review_is_held_between_the_first_day_and_today(running, people, day):
    with pytest.raises(exceptions.DayOutOfPlace):
        pilot_actions.hold_review(running, review_of(running), held(held_on=day), by=people.keeper)

    assert not review_of(running).is_held


def test_the_database_keeps_what_was_closed(running, people):
    review = review_of(running)
    pilot_actions.hold_review(running, review, held(), by=people.keeper)
    mine = PilotReview.objects.filter(pk=review.pk)

    for change in ({"words": "Khác"}, {"figures": {}}, {"due_on": date(2030, 1, 1)}):
        with pytest.raises(DatabaseError), transaction.atomic():
            mine.update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        mine.delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        running.events.all().delete()


def test_amending_keeps_what_was_held(running, offices, people):
    pilot_actions.hold_review(running, review_of(running), held(), by=people.keeper)

    again = entered([offices.member], reviews=[(FINAL, date(2027, 6, 1))])
    pilot_actions.amend(running, again, by=people.keeper, reason="Lùi tổng kết.")

    rows = [(row.kind, row.due_on, row.is_held) for row in running.reviews.all()]
    assert rows == [(INTERIM, date(2026, 9, 1), True), (FINAL, date(2027, 6, 1), False)]


def test_only_a_held_review_is_shown(running, people):
    review = review_of(running)
    with pytest.raises(exceptions.ReviewNotHeld):
        pilot_actions.show_review(running, review, by=people.keeper)

    pilot_actions.hold_review(running, review, held(), by=people.keeper)
    pilot_actions.show_review(running, review, by=people.keeper)

    assert PilotReview.objects.public().get() == review
    with pytest.raises(exceptions.ReviewShown):
        pilot_actions.show_review(running, review_of(running), by=people.keeper)


# --- Whoever set it up ends --------------------------------------------------------------------


def close(office, day):
    days = since(FOREVER.lower, day)
    PilotKeeper.objects.filter(organization=office).delete()
    Appointment.objects.filter(post__organization=office).update(valid_during=days)
    Post.objects.filter(organization=office).update(valid_during=days)
    office.names.update(valid_during=days)
    Organization.objects.filter(pk=office.pk).update(valid_during=days)


def test_what_an_ended_organization_set_up_is_its_heirs(running, offices, people):
    chair, day = people.stranger, today()
    assert not running.moves_for(chair)

    Succession.objects.create(
        old=offices.committee,
        new=offices.bigger,
        day=day,
        kind="absorb",
        is_default=True,
        legal_basis="NQ",
    )
    close(offices.committee, day)

    assert Pilot.objects.kept_by(chair).get() == running
    pilot_actions.decide(running, pilot_workflow.STOP, decision(), by=chair)
    assert running.state == State.STOPPED


# --- Decisions -----------------------------------------------------------------------------------


def test_who_keeps_does_not_decide(running, people):
    with pytest.raises(exceptions.NotYourPilot):
        pilot_actions.decide(running, pilot_workflow.SPREAD, decision(), by=people.keeper)


@pytest.mark.parametrize(
    ("move", "state"),
    [(pilot_workflow.SPREAD, State.SPREAD), (pilot_workflow.STOP, State.STOPPED)],
)
def test_a_decision_ends_it_and_it_stays_in_the_register(running, people, move, state):
    pilot_actions.decide(running, move, decision(), by=people.chair)

    assert running.state == state
    assert running.decisions.get().number == "12/QĐ-UBND"
    assert Pilot.objects.public().get() == running
    assert not Pilot.objects.overdue(today()).exists()


def test_what_goes_on_must_be_looked_at_again(running, people):
    with pytest.raises(exceptions.ReviewsOpen):
        pilot_actions.decide(running, pilot_workflow.CONTINUE, decision(), by=people.chair)

    following = [(FINAL, today() + timedelta(days=365))]
    again = decision(next_reviews=following)
    pilot_actions.decide(running, pilot_workflow.CONTINUE, again, by=people.chair)

    assert running.is_running
    assert running.reviews.last().due_on == following[0][1]
