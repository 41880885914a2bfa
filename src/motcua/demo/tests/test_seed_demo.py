"""Is the demo province whole, invented where it says so, and the same however often it is sown?"""

from collections import Counter
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from motcua.accounts.models import Person
from motcua.catalog import forms as procedure_forms
from motcua.catalog.models import Assignment, CatalogPost, Procedure, ProcedureVersion
from motcua.demo import apparatus, former_departments, people
from motcua.demo.citizens import CITIZENS
from motcua.directives.models import Conclusion, FollowingPost, Passage, Support, Task, TaskEvent
from motcua.directives.workflow import State as TaskState
from motcua.dossiers import places
from motcua.dossiers.models import AllowedPair, Clash, DeclaredRelative, Dossier
from motcua.dossiers.workflow import CLOCK_RUNS, State
from motcua.news.models import EditorialRole
from motcua.news.newsroom.workflow import Role
from motcua.organizations import differences, hats, successors
from motcua.organizations.acting import Acting
from motcua.organizations.differences import Two, named
from motcua.organizations.matters import Matter
from motcua.organizations.models import (
    Appointment,
    Capacity,
    Competence,
    Contact,
    Duty,
    Jurisdiction,
    Organization,
    OrganizationKind,
    OrganizationName,
    Post,
    Quota,
    Seal,
    StaffingPost,
    Subordination,
)
from motcua.organizations.models import Succession as OrganizationSuccession
from motcua.periods.clock import today
from motcua.reorganization import hindrances, lines, placing
from motcua.reorganization.models import Pilot, PilotKeeper, Plan, PlanningPost, Tick
from motcua.reorganization.pilot_findings import Findings
from motcua.reorganization.pilot_snapshot import Snapshot
from motcua.statistics import recounting
from motcua.territory.models import Containment, Succession, Unit, UnitName
from motcua.territory.tiers import Tier
from motcua.ui.models import SiteIdentity
from motcua.worktime.models import CalendarDay

DAY = date(2026, 11, 22)
SOWN = (
    Person,
    Organization,
    OrganizationName,
    Subordination,
    Jurisdiction,
    Capacity,
    Seal,
    Contact,
    Competence,
    Quota,
    OrganizationSuccession,
    Post,
    Appointment,
    Unit,
    UnitName,
    Containment,
    Succession,
    Procedure,
    Assignment,
    SiteIdentity,
    CalendarDay,
    Pilot,
    PilotKeeper,
    Conclusion,
    FollowingPost,
    Passage,
    Support,
    Task,
    TaskEvent,
    PlanningPost,
    CatalogPost,
    ProcedureVersion,
    Plan,
    Tick,
    AllowedPair,
    DeclaredRelative,
    Clash,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("province")]


@pytest.fixture(scope="module")
def province(django_db_setup, django_db_blocker):
    """The demo province, taken back after the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("seed_demo", stdout=StringIO())
        connection.check_constraints()  # once here, or after every test anew
        yield
        transaction.set_rollback(True)


def sown():
    return {noun.__name__: list(noun.objects.order_by("pk").values()) for noun in SOWN}


def officer(login):
    return Person.objects.get(username=login)


def acting(login):
    held = (
        Appointment.objects.on(today()).filter(person=officer(login)).select_related("post").get()
    )
    return Acting(officer(login), held.post)


def posts_of(login):
    return {(a.post.organization.identifier, a.post.title) for a in hats.of(officer(login))}


def test_sowing_twice_changes_nothing():
    before = sown()

    call_command("seed_demo", stdout=StringIO())

    assert sown() == before


# --- Agencies ---------------------------------------------------------------------------------


def test_every_commune_has_a_committee_and_a_counter_within_it():
    committees = Organization.objects.on(DAY).filter(kind=OrganizationKind.COMMUNE_COMMITTEE)

    assert len(committees) == 54
    for committee in committees.with_names(DAY):
        counter = committee.counter_on(DAY)
        assert counter.is_within(committee)
        assert counter.identifier == f"{committee.identifier}.01"
        assert counter.parent_on(DAY) == committee


def test_committees_are_called_like_their_communes():
    kinds = Counter(
        name.removeprefix("Ủy ban nhân dân ").split()[0]
        for name in OrganizationName.objects.on(DAY)
        .filter(organization__kind=OrganizationKind.COMMUNE_COMMITTEE)
        .values_list("full_name", flat=True)
    )

    assert kinds == {"phường": 30, "xã": 22, "đặc": 2}


def test_the_committee_of_hong_gai_is_h49_61():
    committee = Organization.objects.get(identifier="H49.61")

    assert committee.name_on(DAY) == "Ủy ban nhân dân phường Hồng Gai"


def test_the_people_s_committee_was_a_province_s_and_is_a_city_s():
    committee = Organization.objects.get(identifier=apparatus.PROVINCE)

    assert committee.name_on(date(2026, 8, 31)) == "Ủy ban nhân dân tỉnh Quảng Ninh"
    assert committee.name_on(date(2026, 9, 1)) == "Ủy ban nhân dân thành phố Quảng Ninh"


def test_departments_hand_in_at_the_provincial_center():
    departments = Organization.objects.on(DAY).filter(kind=OrganizationKind.DEPARTMENT)

    assert departments.count() == len(apparatus.DEPARTMENTS) + 2
    assert {d.counter_on(DAY).identifier for d in departments} == {apparatus.PROVINCIAL_COUNTER}


def test_everything_below_the_real_identifier_is_marked_as_invented():
    real = Organization.objects.filter(is_demo=False)

    assert [organization.identifier for organization in real] == ["H49"]


# --- Through time -------------------------------------------------------------------------------


EVE = date(2025, 6, 30)


@pytest.mark.parametrize(
    ("day", "districts", "communes"), [(EVE, 13, 171), (date(2025, 7, 1), 0, 54), (DAY, 0, 54)]
)
def test_there_were_three_tiers_and_there_are_two(day, districts, communes):
    kinds = Counter(Organization.objects.on(day).values_list("kind", flat=True))

    assert kinds["district"] == districts
    assert kinds["commune"] == communes


def test_every_former_committee_has_somebody_who_answers_today():
    former = Organization.objects.on(EVE).filter(kind__in=["district", "commune"])

    answering = successors.successors_for(
        [Matter(pk) for pk in former.values_list("pk", flat=True)], DAY
    )

    assert len(answering) == 184
    assert {each.kind for each in answering.values()} == {"commune"}


def test_the_eve_of_two_tiers_had_departments_and_everywhere_a_party_committee_and_a_front():
    there = Organization.objects.on(EVE)

    kinds = Counter(there.values_list("kind", flat=True))
    assert kinds["department"] == len(apparatus.DEPARTMENTS) + 2
    assert (kinds["front"], kinds["party"]) == (1 + 13 + 171, 1 + 5 + 13 + 171)
    old = {each.name_on(EVE) for each in there.filter(identifier__startswith="D49.17")}
    assert "Thành ủy Hạ Long" in old


def test_what_two_tiers_changed_leaves_the_province_alone():
    two = Two(EVE, date(2025, 7, 1))
    found = {each.sort.slug: each for each in differences.between(two)}

    begun = differences.of_sort(named("moi"), two, "1").lines
    assert not [each for each in begun if each.organization.tier == Tier.PROVINCE]
    assert found["moi"].count == 54 * 7 + 1  # and the political center of Vân Đồn
    assert found["ket-thuc"].count == 3 * 184
    assert found["chuyen"].count == 5  # mass organizations come under the Front


def test_every_body_that_ended_has_an_heir_today():
    ended = Organization.objects.filter(valid_during__endswith__lte=DAY)

    answering = successors.successors_for([Matter(each.pk) for each in ended], DAY)

    assert len(answering) == ended.count() == 3 * 184 + 14


def test_departments_merged_and_one_field_went_elsewhere():
    day = date(2025, 2, 28)
    labor = Organization.objects.get(identifier=former_departments.LABOR)
    rest, social = Matter(labor.pk), Matter(labor.pk, function="an-sinh")

    heirs = successors.successors_for([rest, social], DAY)

    assert labor.name_on(day) == "Sở Lao động - Thương binh và Xã hội"
    assert heirs[rest].name_on(DAY) == "Sở Nội vụ"
    assert heirs[social].name_on(DAY) == "Sở Y tế"


def test_somebody_was_competent_for_civil_status_in_hon_gai_as_we_knew_it_then():
    hong_gai = Unit.objects.on(DAY).get(code="06685")
    asked = date(2026, 5, 15)

    (known,) = (
        Organization.objects.as_of(asked, known_on=date(2026, 5, 20))
        .filter(kind="commune")
        .competent_for("ho-tich", hong_gai)
    )
    (now,) = (
        Organization.objects.as_of(asked).filter(kind="commune").competent_for("ho-tich", hong_gai)
    )

    assert known == now
    assert known.name_on(asked) == "Ủy ban nhân dân phường Hòn Gai"
    assert now.name_on(asked) == "Ủy ban nhân dân phường Hồng Gai"


def test_a_merged_body_has_a_name_and_a_seal_in_each_of_its_lines():
    for body in Organization.objects.filter(kind=OrganizationKind.MERGED_BODY):
        lines = body.lines_on(DAY)

        assert len(lines) == 2
        assert len({body.name_on(DAY, line) for line in lines}) == 2
        assert all(body.seal_on(DAY, line) for line in lines)


def test_a_leave_is_covered_today():
    cover = Appointment.objects.on(today()).get(kind=Appointment.Kind.COVER)

    assert cover.covers.person == officer("chutich.campha")
    assert posts_of("lanhdao.campha") >= {(cover.post.organization.identifier, "Chủ tịch")}


def test_a_secretary_is_also_the_chair():
    identifiers = {identifier.split(".")[0] for identifier, _title in posts_of("chutich.honggai")}

    assert identifiers == {"H49", "D49"}


# --- What a human must place ----------------------------------------------------------------------


def test_a_divided_ward_left_work_that_a_human_must_place():
    planner = acting("chuyenvien.sonoivu")
    rows = list(placing.waiting_for(planner))

    assert len(rows) == 4
    assert {row.old.name_on(EVE) for row in rows} == {"Ủy ban nhân dân phường Hà Khẩu"}
    heirs = {each.name_on(DAY) for each in placing.heirs_for(rows[0])}
    assert heirs == {f"Ủy ban nhân dân phường {name}" for name in ("Việt Hưng", "Tuần Châu")}
    assert {bool(row.dossier.locality) for row in rows} == {True, False}
    assert all(row.dossier.code.startswith(row.old.identifier) for row in rows)


def test_the_division_of_long_ago_cannot_be_undone():
    assert hindrances.of(Plan.objects.carried_out().get())


def test_an_address_is_understood_as_the_portal_understands_it():
    told = Dossier.objects.exclude(locality="").filter(organization__kind="commune")
    with_hamlet = [each for each in told.order_by("-pk")[:40] if " " in each.locality]

    assert any("thon" in each.locality for each in with_hamlet)
    assert any("khu" in each.locality for each in with_hamlet)
    for each in with_hamlet:
        home = places.home(each.address, each.organization, DAY)
        assert (home.unit, home.locality) == (each.place, each.locality)


# --- One planned merger -------------------------------------------------------------------------


def test_a_merger_is_planned_and_its_rehearsal_has_something_to_say():
    plan = Plan.objects.get(state="draft")
    found = {each.line.key: each for each in lines.counted(plan)}

    assert plan.is_draft
    assert plan.day > today()
    assert found["dossiers"].count >= 10
    assert found["dossiers"].is_ticked
    assert found["heads"].blocks
    assert found["heads"].owner.organization.name_on(DAY) == "Sở Nội vụ"


def test_whoever_plans_the_merger_is_of_the_home_affairs_department():
    planning = PlanningPost.objects.on(today())

    assert {each.post.organization.name_on(DAY) for each in planning} == {"Sở Nội vụ"}


def test_somebody_manages_the_staff_of_the_whole_province():
    right = StaffingPost.objects.on(today()).get(right=StaffingPost.Right.MANAGE)

    assert right.organization.identifier == "H49"
    assert right.post.organization.name_on(DAY) == "Sở Nội vụ"


# --- People -------------------------------------------------------------------------------------


def test_of_two_pilots_one_was_reviewed_and_one_is_overdue():
    merged, two_posts = Pilot.objects.public().order_by("-started_on")

    held = merged.reviews.get(is_public=True)
    assert Findings(Snapshot.read(held.figures)).snapshot.concerned.after.resolved > 0
    assert Pilot.objects.overdue(today()).get() == two_posts
    assert two_posts.posts.exists() and two_posts.participations.filter(side="comparison").exists()


def test_everybody_is_marked_as_invented():
    humans = Person.objects.humans()

    assert humans.count() > 300
    assert not humans.filter(is_demo=False).exists()


def test_in_every_commune_three_humans_receive_appraise_and_decide():
    committees = Organization.objects.on(DAY).filter(kind=OrganizationKind.COMMUNE_COMMITTEE)
    for committee in committees:
        held = Appointment.objects.filter(post__organization__in=_within(committee))
        by_duty = {
            duty: set(held.filter(post__duties__contains=[duty]).values_list("person", flat=True))
            for duty in Duty
        }

        assert by_duty[Duty.RECEIVE] - by_duty[Duty.DECIDE]
        assert by_duty[Duty.APPRAISE].isdisjoint(by_duty[Duty.RECEIVE] | by_duty[Duty.DECIDE])
        assert by_duty[Duty.DECIDE] - by_duty[Duty.RECEIVE]


def _within(committee):
    return Organization.objects.within(committee)


def test_a_vice_chair_is_also_director_of_the_counter():
    held = Appointment.objects.on(DAY).filter(person=officer("lanhdao.baichay"))

    assert posts_of("lanhdao.baichay") == {
        ("H49.59", "Phó Chủ tịch"),
        ("H49.59.01", "Giám đốc"),
    }
    assert dict(held.values_list("post__title", "kind")) == {
        "Phó Chủ tịch": "holder",
        "Giám đốc": "concurrent",
    }


def test_nobody_counts_in_two_headcounts():
    held = Appointment.objects.on(DAY).filter(kind=Appointment.Kind.SUBSTANTIVE)
    twice = [person for person, posts in Counter(held.values_list("person")).items() if posts > 1]

    assert not twice


@pytest.mark.parametrize(
    "login",
    [
        "tiepnhan.baichay",
        "hotich.baichay",
        "chutich.vandon",
        "hotich.mongcai1",
        "tiepnhan.quangninh",
        "lanhdao.sotuphap",
        "chuyenvien.vanphong",
    ],
)
def test_login_names_say_duty_and_place(login):
    assert len(posts_of(login)) == 1


def test_no_two_places_share_login_names():
    held = Appointment.objects.on(DAY).exclude(kind=Appointment.Kind.CONCURRENT)
    holders = Counter(held.values_list("person__username", flat=True))
    twice = {login for login, posts in holders.items() if posts > 1}

    assert twice <= {
        "truongphongkinhte.honggai",  # acts for the head whose deputy they are
        "lanhdao.campha",  # covers a leave
    }


def test_every_officer_has_the_second_factor_of_the_demo():
    officers = Person.objects.filter(appointments__isnull=False).distinct()

    assert not officers.filter(authenticator__isnull=True).exists()
    assert not officers.filter(password="").exists()


def test_one_human_is_an_officer_of_bai_chay_and_a_citizen():
    (both,) = [citizen for citizen in CITIZENS if citizen.officer]

    person = Person.objects.with_personal_number(both.personal_number).get()

    assert person == officer("hotich.baichay")
    assert person.full_name == both.full_name
    assert hats.of(person).count() == 1


def test_every_citizen_is_known_by_an_impossible_number():
    for citizen in CITIZENS:
        person = Person.objects.with_personal_number(citizen.personal_number).get()

        assert person.personal_number.startswith("099")
        assert person.phone == citizen.phone


def test_an_invented_name_is_always_the_same():
    assert people.name_of("tiepnhan.baichay") == people.name_of("tiepnhan.baichay")
    assert people.name_of("tiepnhan.baichay") != people.name_of("tiepnhan.honggai")


def test_names_differ_as_they_do_in_life():
    names = set(Person.objects.humans().values_list("full_name", flat=True))
    families = {name.split()[0] for name in names}

    assert len(names) > 200
    assert len(families) > 20


# --- Procedures ------------------------------------------------------------------------------


def test_a_procedure_that_the_province_decides_finds_its_offices():
    versions = [p.version_on(DAY) for p in Procedure.objects.offered_on(DAY)]
    ours = [v for v in versions if v.procedure.assignments.on(DAY).exists()]

    assert len(ours) > 25
    assert all(version.offices_on(DAY).exists() for version in ours)


# --- The newsrooms --------------------------------------------------------------------------------


def test_who_writes_for_whom():
    roles = {
        login: {(each.newsroom.section.slug, each.role) for each in held_by(login)}
        for login in ("phongvien.truyenthong", "xuatban.truyenthong", "lanhdao.baichay")
    }

    assert roles == {
        "phongvien.truyenthong": {("cong", Role.REPORTER)},
        "xuatban.truyenthong": {("cong", Role.PUBLISHER)},
        "lanhdao.baichay": {("phuong-bai-chay", Role.EDITOR)},
    }


def held_by(login):
    return EditorialRole.objects.held_by(officer(login)).select_related("newsroom__section")


# --- Dossiers -----------------------------------------------------------------------------------


def test_every_commune_has_about_a_dozen_open_dossiers_in_every_status():
    open_ones = Dossier.objects.open().filter(organization__kind=OrganizationKind.COMMUNE_COMMITTEE)
    states = open_ones.values_list("organization", "state")
    by_office = Counter(office for office, _state in states)

    assert len(by_office) == 54
    assert 8 <= min(by_office.values()) <= 14
    assert {state for _office, state in states} == {
        State.REGISTERED,
        State.RECEIVED,
        State.IN_PROCESS,
        State.SUPPLEMENT_REQUESTED,
        State.FINISHED,
    }
    running = open_ones.filter(state__in=CLOCK_RUNS)
    assert running.filter(due_current__lt=timezone.now()).count() > 10


def test_invented_dossiers_have_forms_that_are_valid_and_histories_that_hold_together():
    for dossier in Dossier.objects.select_related("version").order_by("?")[:60]:
        events = list(dossier.events.all())
        assert not procedure_forms.check(dossier.version, dossier.data)
        assert [event.at for event in events] == sorted(event.at for event in events)
        assert (events[0].verb, events[-1].state) == ("submit", dossier.state)
        assert dossier.revision == len(events)


def test_some_were_turned_away_and_one_pair_of_duties_is_allowed():
    kinds = Counter(Clash.objects.values_list("kind", flat=True))
    allowed = AllowedPair.objects.get()

    assert (kinds["same_hands"], kinds["relative"]) == (4, 1)
    assert kinds["allowed"] >= 1
    for clash in Clash.objects.filter(kind="allowed"):
        assert (clash.allowed_by, clash.procedure) == (allowed, allowed.procedure)
    assert DeclaredRelative.objects.get().officer == officer("hotich.honggai")


def test_figures_agree_with_the_invented_history():
    assert recounting.differences() == {}


def test_the_front_page_of_the_whole_province_stays_light(
    client, settings, django_assert_max_num_queries
):
    settings.WORK_CALENDAR_SECONDS = 60
    client.get("/")  # what a process reads once a minute

    with django_assert_max_num_queries(14):  # each panel asks at most twice
        page = client.get("/", headers={"Accept-Encoding": "gzip"})

    assert len(page.content) <= 30_000
    text = client.get("/").text
    for said in ("Được làm nhiều nhất", "Tình hình xử lý, từ đầu năm", "Tin tức", "Vừa được trả"):
        assert said in text
    assert "Đang lấy ý kiến" in text


def test_tasks_of_conclusions_stand_in_every_state():
    states = Counter(Task.objects.values_list("state", flat=True))

    assert set(states) == set(TaskState.values)
    assert Task.objects.public().red(today()).count() == 2
    assert Conclusion.objects.filter(is_public=False).count() == 1


def test_every_task_of_the_demo_was_led_there_by_its_moves():
    for task in Task.objects.prefetch_related("events"):
        events = list(task.events.all())
        assert events[-1].state == task.state
        assert [event.at for event in events] == sorted(event.at for event in events)
