"""What do the lines of a rehearsal find, and do they leave everything as it is?"""

from datetime import timedelta

import pytest
from django.db import connection

from motcua.catalog.models import Assignment
from motcua.consultations.models import Consultation, DraftKind
from motcua.directives.tests.factories import TaskFactory
from motcua.dossiers.tests.factories import (
    FOREVER,
    DossierFactory,
    DraftFactory,
    PostFactory,
    VersionFactory,
)
from motcua.organizations.models import Appointment, Function, Quota
from motcua.periods.models import since
from motcua.questions.tests.factories import QuestionFactory
from motcua.reorganization import lines, naming, rehearsal
from motcua.reorganization.exceptions import LineChanged, NotYourMove, OnlyMended, TooLate
from motcua.reorganization.lines import competence, people, staff, texts, work
from motcua.reorganization.models import Plan, Tick
from motcua.search import actions as search

from .plan_stories import plan_of

pytestmark = pytest.mark.django_db


def count(plan, key):
    """As a page that is opened now finds it."""
    return lines.known(key).count(Plan.objects.get(pk=plan.pk))


def checksums():
    """Every table of ours, in one number each."""
    with connection.cursor() as cursor:
        tables = [name for name in connection.introspection.table_names(cursor) if "_" in name]
        asked = " UNION ALL ".join(
            f"SELECT '{name}', coalesce(sum(hashtext(t::text)::bigint), 0) FROM \"{name}\" t"
            for name in tables
        )
        cursor.execute(asked)
        return dict(cursor.fetchall())


def test_work_of_both_is_found_and_that_of_others_is_not(merger, communes):
    version = VersionFactory()
    DossierFactory(organization=communes.stone, version=version, in_process=True)
    DossierFactory(organization=communes.stream, version=version, supplement_requested=True)
    DossierFactory(organization=communes.stream, version=version, returned=True)
    DossierFactory(organization=communes.province, version=version, in_process=True)
    QuestionFactory(organization=communes.stone)
    TaskFactory(organization=communes.stream, post=communes.deputy.post)
    kind = DraftKind.objects.create(slug="quy-che", name="Quy chế")
    Consultation.objects.create(code="LYK-2026-001", organization=communes.stone, kind=kind)

    found = {each.line.key: each.count for each in lines.counted(merger)}

    expected = {"dossiers": 2, "supplements": 1, "questions": 1, "tasks": 1, "consultations": 1}
    assert {key: found[key] for key in expected} == expected


def test_drafts_that_are_no_dossier_yet_are_found(merger, communes):
    DraftFactory(organization=communes.stone)
    DossierFactory(organization=communes.stone)

    assert count(merger, "drafts") == 1


def test_a_row_says_from_whom_to_whom_and_not_whose_it_is(merger, communes):
    dossier = DossierFactory(organization=communes.stone, in_process=True, locality="thon 3")

    (cells,) = work.dossier_cells(merger, list(work.dossiers(merger)))

    assert cells[0] == dossier.code
    assert cells[2:5] == ("Ủy ban nhân dân xã Đá", "Ủy ban nhân dân xã Đá Suối", "thon 3")
    assert dossier.applicant_name not in " ".join(cells)


DIVISION = """
plan: {number: 13/NQ-HĐND, decided_on: 01/11/2026, issuer: HĐND, title: Chia, day: 01/01/2027}
organizations:
  - {identifier: H49.91, kind: commune, tier: commune, name: UBND xã Đá Trên, parent: H49}
  - {identifier: H49.92, kind: commune, tier: commune, name: UBND xã Đá Dưới, parent: H49}
changes:
  - kind: chia
    originals: H49.71
    resulting: [H49.91, H49.92]
    shares:
      - {from: H49.71, to: H49.91, default: có}
      - {from: H49.71, to: H49.92, localities: [thôn 3, thôn 4]}
"""


def test_a_divided_commune_sends_work_by_hamlet_and_the_unknown_to_a_human(communes):
    plan = plan_of(DIVISION, communes.planner)
    version = VersionFactory()
    there = {"organization": communes.stone, "version": version, "in_process": True}
    for locality in ("thon 3", "thon 1", ""):
        DossierFactory(locality=locality, **there)

    goes = {row.locality: cells[3] for row, cells in _dossiers(plan)}

    above, below = "UBND xã Đá Trên", "UBND xã Đá Dưới"
    assert goes == {"thon 3": below, "thon 1": above, "": above}
    assert {row.locality for row in work.dossiers_to_place(plan)} == {"thon 1", ""}


def _dossiers(plan):
    rows = list(work.dossiers(plan))
    return zip(rows, work.dossier_cells(plan, rows), strict=True)


def test_people_without_a_post_and_posts_without_people(merger, communes):
    Appointment.objects.filter(person=communes.clerk.person).delete()

    assert [each.person for each in people.without_post(merger)] == [communes.deputy.person]
    assert [chair.title for chair in people.empty(merger)] == ["Công chức một cửa"]
    assert people.headless(merger) == []


def test_a_new_body_without_a_head_blocks(merger, communes):
    Appointment.objects.filter(person=communes.chair.person).delete()

    assert count(merger, "heads") == 1
    assert rehearsal.open_blockers(merger) == ["Cơ quan sau sắp xếp chưa có người đứng đầu"]


def test_whoever_would_receive_and_decide_in_one_body_blocks(merger, communes):
    Appointment.objects.create(
        post=communes.clerk.post, person=communes.chair.person, valid_during=FOREVER, seat=2
    )

    ((person, _body, chairs),) = people.clashes(merger)

    assert person == communes.chair.person.pk
    assert {chair.title for chair in chairs} == {"Chủ tịch", "Công chức một cửa"}


def test_whoever_holds_another_post_elsewhere_is_not_without_one(merger, communes):
    elsewhere = PostFactory(organization=communes.province)
    Appointment.objects.create(
        post=elsewhere, person=communes.deputy.person, valid_during=FOREVER, kind="concurrent"
    )

    assert people.without_post(merger) == []


def test_headcount_adds_up(merger, communes):
    for office, actual in ((communes.stone, 20), (communes.stream, 25)):
        Quota.objects.create(
            organization=office, year=2026, kind="civil", assigned=22, actual=actual
        )

    (row,) = staff.headcounts(merger)

    assert (row.before, row.after, row.is_over) == ((44, 45), (44, 45), True)
    assert count(merger, "headcount") == 1


GIVING = """
plan: {number: 15/NQ-HĐND, decided_on: 01/11/2026, issuer: HĐND, title: Giao, day: 01/01/2027}
changes:
  - kind: "chuyển chức năng, địa bàn"
    originals: H49.71
    resulting: H49.72
    shares: [{from: H49.71, to: H49.72, function: dat-dai, portion: 0.25}]
  - kind: "chuyển chức năng, địa bàn"
    originals: H49.72
    resulting: H49.71
    shares: [{from: H49.72, to: H49.71, procedure: <procedure>}]
"""


def test_who_gives_people_away_and_goes_on_has_fewer(communes):
    Function.objects.get_or_create(code="dat-dai", defaults={"name": "Đất đai"})
    for office in (communes.stone, communes.stream):
        Quota.objects.create(organization=office, year=2026, kind="civil", assigned=20, actual=8)
    code = VersionFactory().procedure.code

    rows = staff.headcounts(plan_of(GIVING, communes.planner, procedure=code))

    assert {(row.before, row.after) for row in rows} == {((20, 8), (15, 6)), ((20, 8), (25, 10))}


def test_a_procedure_that_only_ended_organizations_decide_has_no_office(communes):
    version = VersionFactory()
    Assignment.objects.filter(procedure=version.procedure).update(
        organization_kind="", organization=communes.stone
    )
    plan = plan_of(ABOLITION, communes.planner)

    assert competence.procedures_without_office(plan) == [version]


ABOLITION = """
plan: {number: 14/NQ-HĐND, decided_on: 01/11/2026, issuer: HĐND, title: Thôi, day: 01/01/2027}
changes:
  - {kind: giải thể, originals: H49.71}
"""


def test_what_the_register_contradicts_by_now_blocks_and_no_tick_settles_it(merger, communes):
    later = since(merger.day + timedelta(days=90))
    PostFactory(organization=communes.stone, title="Chuyên viên", valid_during=later)
    line = lines.known("mending")

    with pytest.raises(OnlyMended):
        rehearsal.tick(merger, line, seen=1, note="", by=communes.planner)

    blocking = [each for each in lines.counted(merger) if each.blocks]
    assert [(each.line.key, each.count) for each in blocking] == [("mending", 1)]
    assert "bắt đầu sau ngày ấy; hãy bỏ dòng ấy trước" in str(line.rows(merger)[0])


def test_news_and_answers_that_name_what_ends_are_found_and_longer_names_are_not(merger, communes):
    search.put("news", "1", title="Họp ở UBND xã Đá", body="")
    search.put("news", "2", title="Lễ hội", body="Ủy ban nhân dân xã Suối tổ chức.")
    search.put("news", "3", title="Tin khác", body="Xã Đá Bạc và ủy ban nhân dân nói về suối.")
    search.put("question", "HD-1", title="Hỏi ủy ban nhân dân xã đá", body="")

    assert [entry.key for entry in texts.of_index("news")(merger)] == ["1", "2"]
    assert count(merger, "answers") == 1


def test_our_own_papers_and_letters_name_nobody(merger):
    assert (count(merger, "papers"), count(merger, "letters")) == (0, 0)


def test_a_file_that_names_what_ends_is_found(merger, tmp_path):
    named, other = tmp_path / "a.txt", tmp_path / "b.txt"
    named.write_text("Kính gửi UBND  xã Đá,")
    other.write_text("Kính gửi UBND xã Đá Suối và xã Đá,")

    assert naming.files_naming(merger, [named, other]) == [named]


def test_what_the_portal_cannot_know_says_so(merger):
    by_hand = {each.line.key for each in lines.counted(merger) if each.is_by_hand}

    assert by_hand == {"signatures", "api-clients"}


def test_a_rehearsal_changes_nothing(merger, communes):
    DossierFactory(organization=communes.stone, in_process=True)
    QuestionFactory(organization=communes.stone)
    before = checksums()

    for each in lines.counted(merger):
        each.line.cells(merger, list(each.line.rows(merger)))

    assert checksums() == before
    assert before["dossiers_dossier"] != 0


def test_the_questions_asked_do_not_grow_with_the_work(
    merger, communes, django_assert_max_num_queries
):
    version = VersionFactory()
    for _ in range(6):
        DossierFactory(organization=communes.stone, version=version, in_process=True)

    with django_assert_max_num_queries(47):
        lines.counted(Plan.objects.get(pk=merger.pk))


# --- Ticks ------------------------------------------------------------------------------------


def test_a_tick_holds_until_the_count_changes(merger, communes):
    line = lines.known("dossiers")
    rehearsal.tick(merger, line, seen=0, note="", by=communes.planner)
    DossierFactory(organization=communes.stone)

    each = next(each for each in lines.counted(merger) if each.line is line)

    assert (each.is_ticked, each.was_ticked, each.is_open) == (False, True, True)


def test_a_ticked_blocker_blocks_no_more(merger, communes):
    Appointment.objects.filter(person=communes.chair.person).delete()
    line = lines.known("heads")

    rehearsal.tick(merger, line, seen=1, note="Bổ nhiệm ngày 1/1.", by=communes.planner)

    assert rehearsal.open_blockers(merger) == []
    rehearsal.untick(merger, line, by=communes.planner)
    assert rehearsal.open_blockers(merger) != []


def test_what_was_not_seen_is_not_ticked(merger, communes):
    with pytest.raises(LineChanged):
        rehearsal.tick(merger, lines.known("dossiers"), seen=3, note="", by=communes.planner)

    assert not Tick.objects.exists()


def test_only_whoever_plans_ticks_and_only_before_the_day(merger, communes):
    line = lines.known("signatures")
    with pytest.raises(NotYourMove):
        rehearsal.tick(merger, line, seen=0, note="", by=communes.chair)
    for state in ("scheduled", "carried_out"):
        Plan.objects.filter(pk=merger.pk).update(state=state)

    with pytest.raises(TooLate):
        rehearsal.tick(Plan.objects.get(pk=merger.pk), line, seen=0, note="", by=communes.planner)


def test_a_line_keeps_its_owner_when_it_is_ticked(merger, communes):
    line = lines.known("signatures")
    rehearsal.assign(merger, line, owner=communes.chair.post, by=communes.planner)

    rehearsal.tick(merger, line, seen=0, note="Đã thu hồi.", by=communes.planner)

    assert Tick.objects.get().owner == communes.chair.post
