"""Where does somebody stand in a guide?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.guides import reading, ways

from .conftest import choice, only

QUESTIONS = [
    {"key": "ngay-sinh", "ask": "Ngày nào?", "kind": "day"},
    choice("cha-me", "khong", "co"),
    choice("ai-di", "cha-me", "nguoi-khac", **only("cha-me", "khong")),
]
STEPS = [
    {"title": "Ủy quyền", **only("ai-di", "nguoi-khac")},
    {
        "title": "Khai sinh",
        "procedure": "1.001193",
        "days": 60,
        "counted_from": "ngay-sinh",
        "basis": "Luật Hộ tịch",
        **only("cha-me", "khong"),
    },
    {"title": "Có yếu tố nước ngoài", "procedure": "2.000528", **only("cha-me", "co")},
]
TOLD = reading.told(
    [{"type": "question", "value": one} for one in QUESTIONS],
    [{"type": "step", "value": one} for one in STEPS],
)


def titles(way):
    return [step.title for step in way.steps]


def test_the_first_question_is_asked_first():
    way = ways.walk(TOLD, {})

    assert way.asked.key == "ngay-sinh"
    assert not way.steps


def test_answers_decide_what_is_asked_and_what_is_to_do():
    answers = {"ngay-sinh": "", "cha-me": "khong", "ai-di": "nguoi-khac"}

    way = ways.walk(TOLD, answers)

    assert way.asked is None
    assert titles(way) == ["Ủy quyền", "Khai sinh"]


def test_a_question_of_another_case_is_not_asked_and_its_answer_is_nothing():
    way = ways.walk(TOLD, {"ngay-sinh": "", "cha-me": "co", "ai-di": "nguoi-khac"})

    assert titles(way) == ["Có yếu tố nước ngoài"]
    assert [one.question.key for one in way.answered] == ["ngay-sinh", "cha-me"]


def test_what_is_no_answer_is_asked_again_and_kept():
    way = ways.walk(TOLD, {"ngay-sinh": "hôm qua"})

    assert way.asked.key == "ngay-sinh"
    assert way.typed == "hôm qua"
    assert "05/11/2026" in way.problem


def test_an_unknown_choice_is_asked_again():
    way = ways.walk(TOLD, {"ngay-sinh": "", "cha-me": "<script>"})

    assert way.asked.key == "cha-me"
    assert way.problem


def test_law_counts_from_the_day_after():
    way = ways.walk(TOLD, {"ngay-sinh": "1/11/2026", "cha-me": "khong", "ai-di": "cha-me"})

    assert way.due(way.steps[0]) == date(2026, 12, 31)


def test_without_the_day_there_is_no_last_day():
    way = ways.walk(TOLD, {"ngay-sinh": "", "cha-me": "khong", "ai-di": "cha-me"})

    assert way.due(way.steps[0]) is None


def test_each_answer_can_be_changed_and_what_came_after_it_is_asked_anew():
    way = ways.walk(TOLD, {"ngay-sinh": "", "cha-me": "khong", "ai-di": "cha-me"})

    assert [one.again for one in way.answered] == ["", "ngay-sinh=", "ngay-sinh=&cha-me=khong"]


@pytest.mark.parametrize(
    "typed", ["5/11/2026", "05.11.2026", "05-11-2026", " 2026-11-05 ", "5 / 11 / 2026"]
)
def test_days_are_read_as_people_write_them(typed):
    assert ways.day_of(typed) == date(2026, 11, 5)


@pytest.mark.parametrize(
    "typed", ["31/02/2026", "2026", "5/11/26", "0001-01-01", "31/12/9999", "٥/١١/٢٠٢٦ ", "x"]
)
def test_what_is_no_day_is_none(typed):
    assert ways.day_of(typed) in {None, date(2026, 11, 5)}


@given(
    st.dictionaries(st.sampled_from(["ngay-sinh", "cha-me", "ai-di", "x"]), st.text(max_size=30))
)
def test_no_address_breaks_the_way(address):
    way = ways.walk(TOLD, address)

    assert (way.asked is None) == bool(way.steps)


def test_lists_are_read_in_both_forms_that_editors_leave():
    enveloped = {
        "key": "a",
        "ask": "A?",
        "options": [{"type": "item", "value": {"key": "x", "label": "X"}, "id": "1"}],
    }

    told = reading.told([{"type": "question", "value": enveloped, "id": "2"}], [])

    assert told.questions[0].option("x").label == "X"
