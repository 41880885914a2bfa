"""Words that would stop a plan on its day are refused when they are read."""

import pytest

from motcua.reorganization import actions
from motcua.reorganization.exceptions import PlanInvalid

NEW = """
plan: {{number: 12/NQ-HĐND, decided_on: 01/11/2026, issuer: HĐND, title: "Nhập", day: {day}}}
organizations:
  - identifier: "{code}"
    kind: commune
    tier: commune
    name: "{name}"
    parent: H49
    contact: {{{contact}}}
changes:
  - {{kind: hợp nhất, originals: [H49.61, H49.62], resulting: ["{code}"]}}
"""
GOOD = {"day": "01/12/2026", "code": "H49.92", "name": "Ủy ban mới", "contact": ""}
WRONG = {
    "no code": ({"code": "H49 X/9"}, "H49 X/9 không phải mã định danh"),
    "no telephone": ({"contact": f"phone: {'0203 ' * 20}"}, "“phone” dài quá 40 chữ"),
    "no site": ({"contact": 'website: "javascript:alert(1)"'}, "không dùng làm “website” được"),
    "no mailbox": ({"contact": "email: hotro"}, "“hotro” không dùng làm “email” được"),
    "no letter": ({"name": "A\\0B"}, "“name” có ký tự không hiện ra được"),
    "turned around": ({"name": "A\\u202EB"}, "“name” có ký tự không hiện ra được"),
    "no day before": ({"day": "01/01/0001"}, "“01/01/0001” không phải ngày"),
}


@pytest.mark.parametrize("wrong, sentence", WRONG.values(), ids=WRONG)
def test_words_that_would_stop_a_plan_on_its_day_are_refused(house, planner, wrong, sentence):
    with pytest.raises(PlanInvalid) as refusal:
        actions.enter(NEW.format(**GOOD | wrong).encode(), by=planner)

    assert [each for each in map(str, refusal.value.problems) if sentence in each]


def test_a_contact_that_leads_somewhere_is_kept(house, planner):
    contact = 'phone: "0203 3111 222", website: "https://hatu.example", email: a@hatu.example'

    plan = actions.enter(NEW.format(**GOOD | {"contact": contact}).encode(), by=planner)

    assert plan.bodies.get(identifier="H49.92").contact["website"] == "https://hatu.example"


DESCRIBES = """
plan: {number: 1/NQ, decided_on: 01/11/2026, issuer: HĐND, title: Nhập, day: 01/12/2026}
organizations: [{identifier: H49.62, name: Ủy ban nhân dân phường Đổi Một}]
changes: [{kind: sáp nhập, originals: [H49.12], resulting: [H49.13]}]
"""
RENAMES = """
plan: {number: 2/NQ, decided_on: 01/11/2026, issuer: HĐND, title: Đổi tên, day: 01/12/2026}
organizations: [{identifier: H49.62, name: Ủy ban nhân dân phường Đổi Hai}]
changes: [{kind: đổi tên, originals: [H49.62], resulting: [H49.62]}]
"""


@pytest.mark.parametrize("first, second", [(DESCRIBES, RENAMES), (RENAMES, DESCRIBES)])
def test_an_office_that_is_only_described_is_touched_too(house, planner, first, second):
    actions.enter(first.encode(), by=planner)

    with pytest.raises(PlanInvalid, match=r"H49\.62 đã có trong phương án ./NQ cùng ngày"):
        actions.enter(second.encode(), by=planner)
