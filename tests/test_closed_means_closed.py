"""Nothing arrives at, and nothing is signed by, what does not hold: the database alone says so."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import ForeignKey

from motcua.organizations.models import Organization, Post
from motcua.organizations.tests.factories import PostFactory
from motcua.periods.models import since

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
FIRST, LAST = date(2025, 7, 1), date(2025, 12, 31)

ARRIVES = {
    # column: the name of the refusal, and what else a row in work says
    "dossiers_dossier.organization_id": ("dossier_decided_where_open", {"state": 4}),
    "dossiers_dossier.counter_id": ("dossier_received_where_open", {"state": 1}),
    "questions_question.organization_id": ("question_lies_where_open", {"state": "new"}),
    "questions_question.owner_id": ("question_owned_by_open_post", {}),
    "directives_task.issuer_id": ("task_given_by_who_is_open", {"state": "given"}),
    "directives_task.organization_id": ("task_led_where_open", {"state": "given"}),
    "directives_task.post_id": ("task_led_by_open_post", {"state": "given"}),
    "directives_support.organization_id": ("task_supported_where_open", {}),
    "directives_support.post_id": ("task_supported_by_post_of_today", {}),
    "consultations_consultation.organization_id": (
        "consultation_drafted_where_open",
        {"state": "preparing"},
    ),
    "news_section.organization_id": ("section_opened_for_who_is_open", {}),
    "news_announcement.organization_id": ("announcement_of_who_is_open", {}),
    "news_approval.post_id": ("approval_signed_by_open_post", {}),
}
MEETS = {
    "reorganization_pilotorganization.organization_id": "pilot_takes_in_who_is_there",
    "reorganization_pilotpost.post_id": "pilot_is_about_post_that_is_there",
}
SIGNED = {
    # column: the name of the refusal, and the column of its moment
    "staffing_staffevent.post_id": ("staff_event_signed_in_days_of_post", "at"),
    "dossiers_event.post_id": ("dossier_event_signed_in_days_of_post", "at"),
    "dossiers_reading.post_id": ("dossier_read_in_days_of_post", "at"),
    "questions_questionevent.post_id": ("question_event_signed_in_days_of_post", "at"),
    "questions_frequentevent.post_id": ("frequent_event_signed_in_days_of_post", "at"),
    "questions_soughtevent.post_id": ("sought_event_signed_in_days_of_post", "at"),
    "questions_reading.post_id": ("question_read_in_days_of_post", "at"),
    "directives_taskevent.post_id": ("task_event_signed_in_days_of_post", "at"),
    "directives_conclusionevent.post_id": ("conclusion_event_signed_in_days_of_post", "at"),
    "directives_conclusion.organization_id": ("conclusion_issued_in_days_of_issuer", "signed_on"),
    "directives_conclusion.chair_post_id": ("conclusion_chaired_in_days_of_post", "met_on"),
    "consultations_consultationevent.post_id": ("consultation_event_signed_in_days_of_post", "at"),
    "consultations_commentevent.post_id": ("comment_event_signed_in_days_of_post", "at"),
    "consultations_reading.post_id": ("consultation_read_in_days_of_post", "at"),
    "catalog_versionevent.post_id": ("version_event_signed_in_days_of_post", "at"),
    "catalog_ending.post_id": ("ending_signed_in_days_of_post", "at"),
    "catalog_procedureversion.published_in_id": (
        "version_published_in_days_of_post",
        "published_at",
    ),
    "reorganization_planevent.post_id": ("plan_event_signed_in_days_of_post", "at"),
    "reorganization_pilotevent.post_id": ("pilot_event_signed_in_days_of_post", "at"),
    "reorganization_tick.post_id": ("tick_signed_in_days_of_post", "at"),
}
WITHIN = {
    # columns of dated rows: they hold only on days of their house
    "questions_answeringpost.organization_id": "answering_post_within_organization",
    "questions_answeringpost.post_id": "questions_answering_post_within_its_post",
    "directives_followingpost.organization_id": "following_post_within_organization",
    "directives_followingpost.post_id": "directives_following_post_within_its_post",
    "news_editorialrole.post_id": "editorial_role_within_its_post",
    "catalog_catalogpost.post_id": "catalog_post_within_its_post",
    "reorganization_planningpost.post_id": "planning_post_within_its_post",
    "questions_termrule.organization_id": "question_term_within_organization",
    "organizations_organizationname.organization_id": "name_within_its_organization",
    "organizations_staffingpost.organization_id": "staffing_right_within_organization",
    "organizations_staffingpost.post_id": "staffing_right_within_its_post",
}
FREE = {
    "staffing_staffchange.post_id": "tells who got or left which post; the appointment is guarded",
    "dossiers_draft.organization_id": "it is nobody's work yet; Draft.submit asks",
    "guides_officeterms.organization_id": "tells of an office; asked of offices of the day only",
    "catalog_assignment.organization_id": "a rule; offices_on takes organizations of the day only",
    "catalog_workbook.post_id": "waits to be entered; the event of each of its drafts is guarded",
    "dossiers_clash.organization_id": "tells where somebody was turned away; counted on any day",
    "dossiers_clash.post_id": "a refusal is no signature; the event of an exception is guarded",
    "dossiers_evaluation.organization_id": "tells whose decision is judged; is no work",
    "dossiers_codecounter.organization_id": "a number is no work; the dossier with it is refused",
    "questions_questionevent.organization_id": "tells where a question lay; that is guarded",
    "directives_taskevent.organization_id": "tells who led a task; that is guarded",
    "questions_routingcount.organization_id": "counts what was",
    "statistics_delta.organization_id": "counts what was",
    "statistics_tally.organization_id": "counts what was",
    "statistics_promise.organization_id": "counts what was",
    "statistics_entry.organization_id": "counts what was",
    "reorganization_pilot.organization_id": "who set it up; its heir answers for it afterwards",
    "reorganization_pilotkeeper.organization_id": "a rule; its heir keeps what it set up",
    "reorganization_pilotkeeper.post_id": "a rule; whoever acts, acts in a post of today",
    "reorganization_tick.owner_id": "tells whose a line of a rehearsal is; the tick is guarded",
    "reorganization_toplace.old_id": "tells whose a dossier was",
    "reorganization_toplace.held_by_id": "tells where a dossier lies; that is guarded",
    "reorganization_toplace.placed_in_id": "tells where a dossier went; that is guarded",
}
CLOSES = {
    f"reorganization_{column}_id"
    for column in ("body.organization", "body.parent", "party.organization", "share.original")
} | {"reorganization_route.old_id"}
"""A plan speaks of what it closes; carrying it out passes every guard above."""


@pytest.fixture
def closed_post(db):
    """The post of an organization, both of the second half of 2025."""
    return PostFactory(organization__valid_during=since(FIRST, LAST + timedelta(days=1)))


def house_of(column, post):
    table, name = column.split(".")
    model = next(model for model in apps.get_models() if model._meta.db_table == table)
    [field] = [field for field in model._meta.local_fields if field.column == name]
    return post.pk if field.related_model is Post else post.organization_id


def write(column, house, **said):
    """A bare row, past all Python; what it lacks is asked for only after the triggers."""
    table, name = column.split(".")
    said = {name: house, **said}
    places = ", ".join(["%s"] * len(said))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({', '.join(said)}) VALUES ({places})", [*said.values()]
        )


def refusal(column, house, **said):
    """By which name the database refuses such a row; every bare row lacks something."""
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        write(column, house, **said)
    return refused.value.__cause__.diag.constraint_name


@pytest.mark.parametrize("column", ARRIVES)
def test_work_does_not_arrive_at_what_is_closed(closed_post, column):
    name, said = ARRIVES[column]

    assert refusal(column, house_of(column, closed_post), **said) == name


@pytest.mark.parametrize("column", ARRIVES)
def test_work_arrives_at_what_is_open(db, column):
    name, said = ARRIVES[column]

    assert refusal(column, house_of(column, PostFactory()), **said) != name


@pytest.mark.parametrize("column", [column for column, (_, said) in ARRIVES.items() if said])
def test_what_has_ended_lies_where_it_lies(closed_post, column):
    ended = {"dossiers_dossier": 10, "questions_question": "answered", "directives_task": "done"}
    state = ended.get(column.split(".")[0], "summed_up")

    name, _ = ARRIVES[column]

    assert refusal(column, house_of(column, closed_post), state=state) != name


@pytest.mark.parametrize("column", SIGNED)
def test_nobody_signs_after_the_last_day(closed_post, column):
    name, moment = SIGNED[column]
    house = house_of(column, closed_post)

    assert refusal(column, house, **{moment: end_of(LAST, moment)}) != name
    assert refusal(column, house, **{moment: midnight_after(LAST, moment)}) == name


@pytest.mark.parametrize("column", SIGNED)
def test_nobody_signs_before_the_first_day(closed_post, column):
    name, moment = SIGNED[column]
    before = end_of(FIRST - timedelta(days=1), moment)

    assert refusal(column, house_of(column, closed_post), **{moment: before}) == name


def end_of(day, moment):
    """A minute before midnight in Việt Nam: in UTC it is still afternoon."""
    return day if moment.endswith("_on") else datetime(*day.timetuple()[:3], 23, 59, tzinfo=VIETNAM)


def midnight_after(day, moment):
    return (
        day + timedelta(days=1)
        if moment.endswith("_on")
        else end_of(day, moment) + timedelta(minutes=1)
    )


@pytest.mark.parametrize("column", MEETS)
@pytest.mark.parametrize(
    ("days", "refused"),
    [("[2025-12-31,)", False), ("[2026-01-01,)", True), ("(,2025-07-01)", True)],
)
def test_nobody_takes_part_who_is_not_there_meanwhile(closed_post, column, days, refused):
    name = refusal(column, house_of(column, closed_post), valid_during=days)

    assert (name == MEETS[column]) is refused


@pytest.mark.parametrize("column", WITHIN)
def test_who_serves_holds_within_the_days_of_the_house(db, column):
    table = column.split(".")[0]
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass", [table])

        assert (WITHIN[column],) in cursor.fetchall()


def test_every_room_says_what_it_does_with_what_is_closed():
    """A new reference to an organization or a post is guarded, or says here why it is not."""
    refer = {
        f"{model._meta.db_table}.{field.column}"
        for model in apps.get_models()
        if model._meta.app_label != "organizations"
        for field in model._meta.local_fields
        if isinstance(field, ForeignKey) and field.related_model in {Organization, Post}
    }

    said = {*ARRIVES, *MEETS, *SIGNED, *WITHIN, *FREE, *CLOSES}
    assert refer == {each for each in said if not each.startswith("organizations_")}, (
        "Attach open_today, signed_in_its_days (periods.closing) or stays_within (periods.nesting)."
    )
