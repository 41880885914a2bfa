"""What do the verbs write, and who is too late, too many or too much one person?"""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from motcua.directives import actions, exceptions
from motcua.directives.actions import Entered, Given
from motcua.directives.models import Conclusion, Reminder, Task
from motcua.directives.owners import Owner
from motcua.directives.reminding import remind
from motcua.directives.signals import directive_moved, directive_moving, directive_reminding
from motcua.directives.workflow import State
from motcua.dossiers.tests.factories import FOREVER, PersonFactory, pdf
from motcua.filekeeping.models import StoredFile
from motcua.organizations.acting import Acting
from motcua.organizations.models import Appointment, Post
from motcua.periods.clock import today
from motcua.periods.models import since
from motcua.search.models import Entry

pytestmark = pytest.mark.django_db


def travel(moment):
    return time_machine.travel(moment, tick=False)


TEXT = "1. Giao Sở Xây dựng\nrà soát các tuyến đường.\n\n2. Giao Sở Tài chính bố trí vốn."


def entered(**facts):
    told = {
        "number": "214/TB-UBND",
        "signed_on": date(2026, 11, 2),
        "title": "Giao thông nông thôn",
        "meeting": "Họp giao ban tháng 11",
        "met_on": date(2026, 11, 1),
        "text": TEXT,
    }
    return Entered(**told | facts)


def given(conclusion, acting, **facts):
    told = {
        "passage": conclusion.passages.first(),
        "title": "Rà soát đường",
        "owner": Owner.of(acting.post),
        "due_on": today() + timedelta(days=20),
    }
    return Given(**told | facts)


# --- Conclusions -----------------------------------------------------------------------------


@pytest.mark.parametrize("signed_on", [date(2019, 12, 31), date(2020, 1, 2)])
def test_a_conclusion_is_of_days_on_which_its_issuer_was_there(offices, people, signed_on):
    """Before 2020 there was no such office and no such chair, whatever is typed."""
    chair = Appointment.objects.get(post=people.chair.post)
    told = entered(chair=chair, met_on=date(2019, 12, 30), signed_on=signed_on)

    with pytest.raises(exceptions.OutsideItsDays):
        actions.enter(told, offices.giver, by=people.giver)

    assert not Conclusion.objects.exists()


def test_a_conclusion_is_kept_in_passages(offices, people):
    made = actions.enter(entered(), offices.giver, by=people.giver)

    assert made.code == "KL-2026-0001"
    assert [each.text for each in made.text()] == [
        "1. Giao Sở Xây dựng rà soát các tuyến đường.",
        "2. Giao Sở Tài chính bố trí vốn.",
    ]
    assert [event.verb for event in made.events.all()] == ["enter"]


def test_the_signed_paper_is_found_by_its_hash(offices, people):
    made = actions.enter(
        entered(file=(pdf("ket-luan"), "kết luận.pdf")), offices.giver, by=people.giver
    )

    assert made.file.sha256 == StoredFile.objects.get().sha256
    assert made.file_name == "kết luận.pdf"


@pytest.mark.parametrize("who", ["owner", "stranger", "citizen", "machine"])
def test_only_who_gives_enters(who, offices, people):
    with pytest.raises(exceptions.NotYourMove):
        actions.enter(entered(), offices.giver, by=getattr(people, who))


def test_the_same_number_is_entered_once_a_year(offices, people):
    actions.enter(entered(), offices.giver, by=people.giver)

    with pytest.raises(exceptions.KnownAlready):
        actions.enter(entered(), offices.giver, by=people.chair)

    assert Conclusion.objects.count() == 1


def test_a_correction_keeps_the_words_that_a_task_was_given_with(offices, people):
    made = actions.enter(entered(), offices.giver, by=people.giver)
    task = actions.give(made, given(made, people.owner), by=people.giver)

    corrected = entered(text="1. Giao Sở Xây dựng rà soát các cây cầu.")
    actions.correct(made, corrected, by=people.giver, seen=1, reason="Đánh máy nhầm.")

    task.refresh_from_db()
    assert task.quoted == "1. Giao Sở Xây dựng rà soát các tuyến đường."
    assert [each.text for each in made.text()] == ["1. Giao Sở Xây dựng rà soát các cây cầu."]
    assert made.passages.filter(edition=1).count() == 2
    assert [event.verb for event in made.events.all()] == ["enter", "correct"]


def test_the_second_of_two_corrections_is_told(offices, people):
    made = actions.enter(entered(), offices.giver, by=people.giver)
    actions.correct(made, entered(title="A"), by=people.giver, seen=1, reason="Sửa.")

    with pytest.raises(exceptions.ConclusionChanged):
        actions.correct(made, entered(title="B"), by=people.chair, seen=1, reason="Sửa.")

    assert Conclusion.objects.get().title == "A"
    assert made.passages.count() == 4


def test_nothing_of_history_and_quotation_can_be_rewritten(make_task, people):
    task = make_task()
    event = task.acknowledge(by=people.owner)

    for change in (
        lambda: Task.objects.filter(pk=task.pk).update(quoted="Khác."),
        lambda: Task.objects.filter(pk=task.pk).update(original_due_on=date(2026, 1, 2)),
        lambda: task.events.filter(pk=event.pk).update(reason="Khác."),
        lambda: task.conclusion.passages.update(text="Khác."),
        lambda: task.events.filter(pk=event.pk)._raw_delete("default"),
    ):
        with pytest.raises(Exception, match=r"append|never|rewrit|history"), transaction.atomic():
            change()


def test_what_is_public_is_found_and_what_is_hidden_is_not(offices, people):
    made = actions.enter(entered(), offices.giver, by=people.giver, is_public=True)
    task = actions.give(made, given(made, people.owner, is_public=True), by=people.giver)
    actions.give(made, given(made, people.owner), by=people.giver)

    assert {entry.key for entry in Entry.objects.all()} == {made.code, task.code}

    actions.hide(made, by=people.giver, reason="Cần rà soát.")
    assert not Entry.objects.exists()
    assert not Task.objects.public().exists()


# --- Giving ----------------------------------------------------------------------------------


def test_tasks_are_numbered_within_their_conclusion(conclusion, people):
    conclusion.code = "KL-2026-0007"
    conclusion.save()

    codes = [
        actions.give(conclusion, given(conclusion, people.owner), by=people.giver).code
        for _ in range(2)
    ]

    assert codes == ["NV-2026-0007-01", "NV-2026-0007-02"]


def test_a_deadline_on_a_day_off_moves_to_the_next_working_day(conclusion, people):
    with travel("2026-11-10T02:00Z"):
        asked = given(conclusion, people.owner, due_on=date(2026, 11, 28))  # a Saturday
        task = actions.give(conclusion, asked, by=people.giver)

    assert task.due_on == task.original_due_on == date(2026, 11, 30)
    assert task.events.get().payload == {"said": "2026-11-28"}


@pytest.mark.parametrize("closed", ["post", "organization", "other house"])
def test_nothing_is_given_to_what_is_closed(closed, conclusion, offices, people):
    owner = Owner.of(people.owner.post)
    gone = since(date(2020, 1, 1), date(2025, 7, 1))
    if closed == "other house":
        owner = Owner(offices.helper, people.owner.post)
    elif closed == "post":
        Appointment.objects.filter(post=owner.post).delete()
        Post.objects.filter(pk=owner.post.pk).update(valid_during=gone)
        owner.post.valid_during = gone
    else:
        owner.organization.valid_during = gone

    with pytest.raises(exceptions.OwnerClosed):
        actions.give(conclusion, given(conclusion, people.owner, owner=owner), by=people.giver)


def test_the_database_refuses_a_closed_post_too(make_task, people):
    gone = Post.objects.create(
        organization=people.owner.organization,
        title="Cũ",
        valid_during=since(date(2020, 1, 1), date(2025, 7, 1)),
    )

    with pytest.raises(IntegrityError, match="open"):
        make_task(post=gone)


def test_a_public_task_needs_a_public_conclusion(conclusion, people):
    Conclusion.objects.update(is_public=False)

    with pytest.raises(exceptions.NotPublic):
        actions.give(conclusion, given(conclusion, people.owner, is_public=True), by=people.giver)


def test_a_passage_of_an_older_edition_gives_no_task(offices, people):
    made = actions.enter(entered(), offices.giver, by=people.giver)
    old = made.passages.first()
    actions.correct(made, entered(title="Mới"), by=people.giver, seen=1, reason="Sửa.")

    with pytest.raises(exceptions.NoSuchPassage):
        actions.give(made, given(made, people.owner, passage=old), by=people.giver)


def test_who_leads_does_not_help_too(conclusion, people):
    along = [
        Owner.of(people.helper.post),
        Owner.of(people.owner.post),
        Owner.of(people.helper.post),
    ]

    task = actions.give(
        conclusion, given(conclusion, people.owner, supporters=along), by=people.giver
    )

    assert [each.post for each in task.supports.all()] == [people.helper.post]


# --- Two officers, two hats ------------------------------------------------------------------


def test_the_second_of_two_officers_is_too_late(make_task, people):
    task = make_task(state=State.REPORTED)
    elsewhere = Task.objects.get(pk=task.pk)
    task.accept(by=people.giver)

    with pytest.raises(exceptions.TooLate):
        elsewhere.send_back(by=people.chair, reason="Thiếu.")

    assert elsewhere.events.count() == 1


def test_a_stale_page_decides_nothing(make_task, people):
    task = make_task(state=State.IN_WORK)
    seen = task.revision
    task.report(by=people.owner, text="Nửa đường.")

    with pytest.raises(exceptions.TooLate):
        Task.objects.get(pk=task.pk).as_seen(seen).report_done(by=people.owner, text="Xong.")


def test_the_same_human_never_reports_and_accepts(make_task, people):
    task = make_task(state=State.IN_WORK)
    task.report_done(by=people.owner, text="Xong.")
    Appointment.objects.create(
        post=people.giver.post, person=people.owner.person, seat=2, valid_during=FOREVER
    )
    same_head = Acting(people.owner.person, people.giver.post)

    for verb in (task.accept, lambda by: task.send_back(by=by, reason="Thiếu.")):
        with pytest.raises(exceptions.SameHands):
            verb(by=same_head)
    assert not {"accept", "send_back"} & {move.verb for move in task.moves_for(same_head)}
    task.accept(by=people.giver)


def test_who_reported_decides_no_extension_either(make_task, people):
    task = make_task(state=State.IN_WORK)
    head = Acting(PersonFactory(), people.owner.post)
    both = Acting(head.person, people.chair.post)
    task.ask_extension(by=head, until=task.due_on + timedelta(days=9), reason="Mưa bão.")

    with pytest.raises(exceptions.SameHands):
        task.grant_extension(by=both, until=task.asked_until)


# --- Extensions, ends ------------------------------------------------------------------------


def test_an_extension_keeps_the_first_deadline(make_task, people):
    task = make_task(state=State.IN_WORK, due_on=date(2026, 12, 1))
    with travel("2026-11-20T02:00Z"):
        task.ask_extension(by=people.owner, until=date(2026, 12, 15), reason="Chờ vốn.")
        task.grant_extension(by=people.chair, until=date(2026, 12, 10))

    task.refresh_from_db()
    assert (task.original_due_on, task.due_on) == (date(2026, 12, 1), date(2026, 12, 10))
    assert (task.extensions, task.asked_until) == (1, None)
    assert task.events.last().payload == {"due": "2026-12-01", "until": "2026-12-10"}


def test_an_extension_extends(make_task, people):
    task = make_task(state=State.IN_WORK, due_on=date(2027, 3, 1))

    with pytest.raises(exceptions.DayPassed):
        task.ask_extension(by=people.owner, until=task.due_on, reason="Chờ vốn.")


def test_a_refused_extension_changes_no_day(make_task, people):
    task = make_task(state=State.IN_WORK)
    due = task.due_on
    task.ask_extension(by=people.owner, until=due + timedelta(days=9), reason="Chờ vốn.")
    task.refuse_extension(by=people.chair, reason="Đủ thời gian.")

    assert (task.due_on, task.extensions, task.state) == (due, 0, State.IN_WORK)


def test_in_time_is_told_by_the_report_and_not_by_the_acceptance(make_task, people):
    task = make_task(state=State.IN_WORK, due_on=date(2026, 11, 20))
    with travel("2026-11-20T16:30Z"):  # 23:30 in Việt Nam
        task.report_done(by=people.owner, text="Xong.")
    with travel("2026-11-27T02:00Z"):
        task.accept(by=people.giver)

    assert task.done_on == date(2026, 11, 20)
    assert Task.objects.figures(date(2026, 11, 28))["on_time"] == 1


def test_what_was_sent_back_is_late_again(make_task, people):
    task = make_task(state=State.IN_WORK, due_on=date(2026, 11, 20))
    with travel("2026-11-19T02:00Z"):
        task.report_done(by=people.owner, text="Xong.")
    assert not Task.objects.red(date(2026, 11, 23)).exists()
    task.send_back(by=people.giver, reason="Thiếu biên bản.")

    assert Task.objects.red(date(2026, 11, 23)).exists()


def test_what_is_done_regularly_goes_on_to_its_next_day(make_task, people):
    task = make_task(state=State.IN_WORK, due_on=date(2026, 11, 30), review_months=1)
    with travel("2026-11-27T02:00Z"):
        task.report_done(by=people.owner, text="Báo cáo tháng 11.")
        task.accept(by=people.giver)

    assert (task.state, task.due_on, task.reported_at) == (State.IN_WORK, date(2026, 12, 30), None)
    assert task.original_due_on == date(2026, 11, 30)


def test_evidence_comes_with_its_report(make_task, people):
    task = make_task(state=State.IN_WORK)
    kept = StoredFile.keep(pdf("bien-ban"))

    event = task.report(by=people.doer, text="Nửa đường.", papers=[(kept, "bien-ban.pdf")])

    assert [one.file for one in event.files.all()] == [kept]
    assert StoredFile.objects.orphans().count() == 0


def test_a_reassigned_task_has_another_owner_and_the_same_day(make_task, people):
    task = make_task(state=State.IN_WORK)
    task.reassign(by=people.giver, to=Owner.of(people.helper.post), reason="Thuộc Sở Tài chính.")

    assert task.post == people.helper.post
    assert task.organization == people.helper.organization
    assert task.due_on == task.original_due_on
    with pytest.raises(exceptions.SameOwner):
        task.reassign(by=people.giver, to=Owner.of(people.helper.post), reason="Nữa.")


# --- Announcements, reminders ----------------------------------------------------------------


def test_a_move_is_announced_within_and_after_the_transaction(
    make_task, people, django_capture_on_commit_callbacks
):
    heard = []
    within = lambda task, event, **_: heard.append(("within", event.verb))  # noqa: E731
    after = lambda task, event, **_: heard.append(("after", event.verb))  # noqa: E731
    directive_moving.connect(within)
    directive_moved.connect(after)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            make_task().acknowledge(by=people.owner)
    finally:
        directive_moving.disconnect(within)
        directive_moved.disconnect(after)

    assert heard == [("within", "acknowledge"), ("after", "acknowledge")]


def test_an_error_of_a_listener_rolls_the_move_back(make_task, people):
    def fails(**_):
        raise RuntimeError

    task = make_task()
    directive_moving.connect(fails)
    try:
        with pytest.raises(RuntimeError):
            task.acknowledge(by=people.owner)
    finally:
        directive_moving.disconnect(fails)

    assert Task.objects.get().state == State.GIVEN
    assert not task.events.exists()


def test_each_deadline_is_reminded_of_once(make_task, people):
    late = make_task(state=State.IN_WORK, due_on=date(2026, 11, 20))
    soon = make_task(due_on=date(2026, 11, 27))
    make_task(due_on=date(2026, 12, 20))
    make_task(state=State.REPORTED, due_on=date(2026, 11, 20))
    heard = []
    hear = lambda task, reminder, **_: heard.append((task.pk, reminder.kind))  # noqa: E731
    directive_reminding.connect(hear)
    try:
        with travel("2026-11-25T02:00Z"):
            assert (remind(), remind()) == (2, 0)
    finally:
        directive_reminding.disconnect(hear)

    assert heard == [(late.pk, "late"), (soon.pk, "soon")]
    assert Reminder.objects.count() == 2
