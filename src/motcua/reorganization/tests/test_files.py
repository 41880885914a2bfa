"""A plan as a file: read back as written, and every wrong line said at once, with its remedy."""

import pytest
from django.conf import settings

from motcua.reorganization import actions
from motcua.reorganization.exceptions import PlanInvalid
from motcua.reorganization.files import reading, tables, writing
from motcua.reorganization.models import Body, Change, Plan, Route

from .house_stories import MERGER

DIVISION = """
plan: {number: 13/NQ-HĐND, decided_on: 2026-11-01, issuer: HĐND, title: Chia, day: 2026-11-23}
organizations:
  - identifier: H49.71
    kind: Ủy ban nhân dân cấp xã
    tier: cấp xã
    name: Ủy ban nhân dân phường Hà Tu mới
    parent: H49
    units: ["06652"]
    contact: {address: "Số 1, đường Hà Tu", phone: "0203"}
    posts:
      - title: Chủ tịch
        rank: đứng đầu
        head: có
        duties: [quyết định]
        answers: có
        from: [{organization: H49.61, title: Chủ tịch}]
changes:
  - kind: chia
    originals: [H49.61]
    resulting: [H49.71, H49.62]
    shares:
      - {from: H49.61, to: H49.71, default: có, portion: 0.6}
      - {from: H49.61, to: H49.62, localities: [Thôn 3, "Khu phố 4"], portion: "0,4"}
      - {from: H49.61, to: H49.62, procedure: 1.001193}
      - {from: H49.61, to: H49.62, function: dat-dai, unit: "06652"}
  - kind: sáp nhập
    originals: [H49.61.01]
    resulting: [H49.62.01]
"""
TABLE = """number,14/NQ-HĐND
decided_on,01/11/2026
issuer,HĐND
title,Hợp nhất hai sở
day,23/11/2026

change,kind,from,to,function,portion,default,new_kind,new_tier,new_name,new_parent
1,hợp nhất,H49.12,H49.20,,1,có,department,province,Sở Nội vụ và Tư pháp,H49
1,,H49.13,H49.20,,1,có,,,,
"""


def entered(text, by, name=""):
    return actions.enter(text.encode(), by=by, name=name)


def refused(text, by, name="") -> list[str]:
    with pytest.raises(PlanInvalid) as refusal:
        entered(text, by, name)
    assert not Plan.objects.exists(), "Nothing half done."
    return [str(problem) for problem in refusal.value.problems]


@pytest.fixture
def head_of_a(house):
    from motcua.organizations.tests.factories import PostFactory

    return PostFactory(organization=house.a, title="Chủ tịch", is_head=True)


def test_a_merger_is_entered(house, planner):
    plan = entered(MERGER, planner)

    assert (plan.state, f"{plan.day}") == ("draft", "2026-11-23")
    assert [str(change.kind) for change in plan.changes.all()] == ["absorb", "absorb"]
    assert {(str(r.old), str(r.body)) for r in Route.objects.all()} == {
        ("H49.61", "H49.62"),
        ("H49.61.01", "H49.62.01"),
    }
    assert plan.events.get().person == planner.person


@pytest.mark.parametrize("text", [MERGER, DIVISION], ids=["merger", "division"])
def test_a_plan_is_written_back_as_it_was_read(house, functions, head_of_a, planner, text):
    plan = entered(text, planner)
    written = writing.as_yaml(plan)
    assert ("Khu phố 4" in text) == ("Khu phố 4" in written)
    plan.make(actions.workflow.CANCEL, by=planner, reason="Nhập lại.")

    again = entered(written, planner)

    assert writing.as_words(again) == writing.as_words(plan)


def test_shares_become_routes_the_narrowest_of_the_highest_rank(
    house, functions, head_of_a, planner
):
    plan = entered(DIVISION, planner)

    routes = Route.objects.filter(plan=plan, old=house.a)
    assert [
        (r.locality or r.procedure_code or (r.unit_id and "unit") or "rest", str(r.body))
        for r in routes
    ] == [
        ("unit", "H49.62"),
        ("thon 3", "H49.62"),
        ("khu pho 4", "H49.62"),
        ("1.001193", "H49.62"),
        ("rest", "H49.71"),
    ]


def test_a_table_says_the_same_as_a_file(house, planner):
    plan = entered(TABLE, planner, name="phuong-an.csv")

    body = Body.objects.get(is_founded=True)
    assert (body.full_name, body.parent) == ("Sở Nội vụ và Tư pháp", house.top)
    assert Change.objects.get(plan=plan).kind == "consolidate"
    assert {str(route.old) for route in Route.objects.all()} == {"H49.12", "H49.13"}


BAD_FORM = {
    "unknown key": (
        "    originals: [H49.61]\n",
        "    orignals: [H49.61]\n",
        "Dòng 13: không có mục “orignals”; hãy ghi: originals.",
    ),
    "no day": ("  day: 23/11/2026\n", "", "thiếu “day”"),
    "no day at all": ("day: 23/11/2026", "day: mai", "Dòng 7: “mai” không phải ngày"),
    "a day that never was": ("23/11/2026", "31/11/2026", "không phải ngày"),
    "unknown kind": (
        "kind: sáp nhập",
        "kind: sát nhập",
        "Dòng 12: không có “sát nhập”; hãy ghi một trong: sáp nhập",
    ),
    "broken": ("title: Sắp", 'title: "Sắp', "không đọc được"),
    "alias": ("number: 12/NQ-HĐND", "number: &so 12/NQ-HĐND", "Dòng 3: không dùng được neo"),
    "twice": ("  issuer:", "  number: 5\n  issuer:", "Dòng 5: mục “number” viết hai lần"),
    "a word for a list": ("changes:\n", "changes: không\nrest:\n", "phải là danh sách"),
}


@pytest.mark.parametrize("right, wrong, sentence", BAD_FORM.values(), ids=BAD_FORM)
def test_a_wrong_line_is_named_with_its_remedy(house, planner, right, wrong, sentence):
    assert right in MERGER

    said = refused(MERGER.replace(right, wrong, 1), planner)

    assert any(sentence in each for each in said), said


HARMFUL = {
    "nothing": b"",
    "binary": b"\xff\xfe\x00plan",
    "too deep": b"plan: " + b"[" * 5000,
    "billions": b"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]",
    "a program": b"plan: !!python/object/apply:os.system ['true']",
    "huge": b"#" * (9 * 1024 * 1024),
}


@pytest.mark.parametrize("content", HARMFUL.values(), ids=HARMFUL)
def test_a_harmful_file_is_refused_at_once(db, content):
    from motcua.organizations.acting import Acting

    with pytest.raises(PlanInvalid):
        actions.enter(content, by=Acting.machine())


BAD_SENSE = {
    "no such original": (
        "originals: [H49.61]",
        "originals: [H49.99]",
        "Dòng 12: không có cơ quan nào mang mã H49.99",
    ),
    "nobody described": ("resulting: [H49.62]", "resulting: [H49.98]", "mô tả ở “organizations”"),
    "before its decision": ("01/11/2026", "01/12/2026", "đứng trước ngày ký"),
    "wrong kind": ("kind: sáp nhập", "kind: hợp nhất", "phải có ít nhất 2"),
    "itself": ("originals: [H49.61]", "originals: [H49.62]", "vừa kết thúc vừa tiếp tục"),
    "unknown function": (
        "resulting: [H49.62]\n",
        "resulting: [H49.62]\n    shares: [{from: H49.61, to: H49.62, function: abc}]\n",
        "Dòng 15: không có lĩnh vực “abc”",
    ),
    "unknown procedure": (
        "resulting: [H49.62]\n",
        "resulting: [H49.62]\n    shares: [{from: H49.61, to: H49.62, procedure: 9.999999}]\n",
        "không có thủ tục 9.999999",
    ),
    "unknown unit": (
        "    name: Ủy",
        '    units: ["99999"]\n    name: Ủy',
        "Dòng 9: không có đơn vị hành chính nào mang mã 99999",
    ),
    "portions": (
        "resulting: [H49.62]\n",
        "resulting: [H49.62]\n    shares: [{from: H49.61, to: H49.62, default: có, portion: "
        "0.7}]\n",
        "cộng lại là 0.7, phải là 1",
    ),
    "the same twice": (
        "resulting: [H49.62]\n",
        "resulting: [H49.62]\n  - {kind: sáp nhập, originals: [H49.61], resulting: [H49.62]}\n",
        "Dòng 15: sáp nhập này trùng với thay đổi thứ 1",
    ),
    "not in this change": (
        "resulting: [H49.62]\n",
        "resulting: [H49.62]\n    shares: [{from: H49.63, to: H49.62, default: có}]\n",
        "H49.63 không có trong thay đổi này (H49.61)",
    ),
    "circle": (
        "    name: Ủy",
        "    parent: H49.62.01\n    name: Ủy",
        "thành cấp trên của chính mình",
    ),
    "ended superior": (
        "    name: Ủy",
        "    parent: H49.61\n    name: Ủy",
        "cấp trên của H49.62 kết thúc",
    ),
    "recycled code": (
        "    name: Ủy",
        "    kind: commune\n    tier: commune\n    name: Ủy",
        "mã H49.62 đã cấp cho cơ quan khác",
    ),
}


@pytest.mark.parametrize("right, wrong, sentence", BAD_SENSE.values(), ids=BAD_SENSE)
def test_what_cannot_be_carried_out_is_refused_with_all_its_lines(
    house, planner, right, wrong, sentence
):
    assert right in MERGER

    said = refused(MERGER.replace(right, wrong, 1), planner)

    assert any(sentence in each for each in said), said


def test_all_problems_are_said_at_once_in_the_order_of_the_lines(house, planner):
    text = MERGER.replace("H49.61]", "H49.97]").replace("H49.61.01", "H49.97.01")

    said = refused(text, planner)

    assert [each.split(":")[0] for each in said][:2] == ["Dòng 12", "Dòng 15"]


def test_an_original_that_no_longer_exists_is_refused(house, planner):
    from motcua.organizations.models import Subordination
    from motcua.organizations.tests.factories import FIRST_DAY
    from motcua.periods.models import since

    ended = type(house.a).objects.get(pk=house.a_counter.pk)
    from datetime import date

    for rows in (Subordination.objects.filter(child=ended), ended.jurisdictions, ended.names):
        rows.update(valid_during=since(FIRST_DAY, date(2026, 1, 1)))
    type(ended).objects.filter(pk=ended.pk).update(valid_during=since(FIRST_DAY, date(2026, 1, 1)))

    said = refused(MERGER, planner)

    assert "Dòng 15: H49.61.01 không còn hoạt động từ ngày 01/01/2026" in said[0]


def test_the_same_plan_twice_is_refused(house, planner):
    entered(MERGER, planner)

    with pytest.raises(PlanInvalid, match="12/NQ-HĐND thực hiện ngày 23/11/2026 đã có"):
        entered(MERGER, planner)


def test_two_plans_that_touch_one_office_on_one_day_are_refused(house, planner):
    entered(MERGER, planner)

    with pytest.raises(PlanInvalid, match=r"H49\.62 đã có trong phương án 12/NQ-HĐND cùng ngày"):
        entered(MERGER.replace("12/NQ", "99/NQ"), planner)


def test_a_draft_is_written_anew(house, planner):
    plan = entered(MERGER, planner)

    actions.revise(plan, MERGER.replace("Hồng Gai mới", "Hồng Gai").encode(), by=planner)

    assert Body.objects.get(identifier="H49.62").full_name == "Ủy ban nhân dân phường Hồng Gai"
    assert [event.verb for event in plan.events.all()] == ["enter", "revise"]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("1,,,H49.62,,,99999", "có “unit” mà thiếu “from”; hãy ghi thêm."),
        ("1,,H49.61,,ho-tich", "có “function” mà thiếu “to”; hãy ghi thêm."),
        ("1,,H49.61,,,,,,,,,,Tên mới", "có “new_name” mà thiếu “to”; hãy ghi thêm."),
    ],
)
def test_nothing_in_a_table_is_passed_over(line, sentence):
    text = f"number,1/NQ\n\n{','.join(tables.COLUMNS)}\n1,sáp nhập,H49.61,H49.62\n{line}"

    with pytest.raises(PlanInvalid) as refused:
        tables.tree(text)

    assert [str(each) for each in refused.value.problems] == [f"Dòng 5: {sentence}"]


def test_a_plan_is_entered_in_few_questions(house, planner, django_assert_max_num_queries):
    with django_assert_max_num_queries(60):
        entered(MERGER, planner)


def test_the_example_of_the_manual_can_be_read():
    manual = (settings.BASE_DIR / "docs" / "reorganizations.md").read_text()
    example = manual.split("```yaml")[1].split("```")[0]

    words = reading.read(example.encode())

    assert [change.kind for change in words.changes] == ["divide", "absorb"]
    assert words.organizations[0].units == ["06652"]
