"""What do blocks say as schema and layout, and what is refused, beside which block?"""

import pytest

from motcua.catalog.forms.schema import validator
from motcua.formwork import writing
from motcua.formwork.exceptions import FormRefused
from motcua.formwork.sheets import Head, Sheet

from .conftest import page, question, section

YES_NO = [{"value": "", "label": "Có"}, {"value": "", "label": "Không"}]


def built(*pages, **head):
    return writing.form_of(Sheet(Head(**head), list(pages)))


def refusal(*pages):
    with pytest.raises(FormRefused) as refused:
        built(*pages)
    return [(each.place, each.sentence) for each in refused.value.problems]


def when(question, answer, how="is"):
    return {"question": question, "how": how, "answer": answer}


def test_names_come_from_labels_where_nobody_told_one():
    form, layout = built(
        page(section(question("line", "Họ và tên"), question("line", "Họ và tên")), title="Một")
    )

    assert list(form["properties"]) == ["ho_va_ten", "ho_va_ten_2"]
    assert layout["pages"][0]["key"] == "mot"


def test_what_counts_under_a_condition_is_wanted_under_it_only():
    has = question("choice", "Có con không?", name="has", choices=YES_NO, required=True)
    child = question("name", "Tên con", name="child.name", required=True)

    form, layout = built(
        page(section(has), section(child, conditions=[when("Có con không?", "Có")]))
    )

    wanted = {"required": ["has"], "properties": {"has": {"const": "co"}}}
    assert form["required"] == ["has"]
    assert form["allOf"] == [{"if": wanted, "then": {"required": ["child"]}}]
    assert layout["pages"][0]["sections"][1]["when"] == wanted


def test_a_group_asks_its_questions_of_every_entry():
    name = question("name", "Họ tên", name="name", required=True)
    share = question("money", "Phần góp", name="share")
    members = question(
        "group", "Thành viên", name="members", entry="Thành viên", questions=[name, share]
    )
    total = question("calculated", "Tổng", name="total", how="sum", of=["Phần góp"])

    form, layout = built(page(section(members, total)))

    group = form["properties"]["members"]
    assert (group["type"], group["x-entry"], group["maxItems"]) == ("array", "Thành viên", 20)
    assert group["items"]["required"] == ["name"]
    assert form["properties"]["total"]["x-sum-of"] == "members.*.share"
    assert layout["pages"][0]["sections"][0]["fields"] == [
        "members.*.name",
        "members.*.share",
        "total",
    ]


def test_what_is_built_is_a_schema():
    tick = question("tick", "Cam đoan", name="sure", must=True, required=True)
    day = question("past_day", "Ngày sinh", name="born")
    form, _layout = built(page(section(tick, day)))

    judge = validator(writing.DIALECT and __import__("json").dumps(form))

    assert judge.is_valid({"sure": True, "born": "2020-01-01"})
    assert not judge.is_valid({"born": "2020-01-01"})


def test_every_trouble_is_told_at_its_block_at_once():
    twice = [question("line", "Một", name="one"), question("line", "Hai", name="one")]
    wrong = question("line", "Ba", name="Viết Hoa")

    told = refusal(page(section(*twice), section(wrong)))

    assert [place for place, _said in told] == [
        (0, "sections", 0, "questions", 1, "name"),
        (0, "sections", 1, "questions", 0, "name"),
    ]


def test_a_condition_on_nothing_says_so():
    one = question("line", "Một", name="one")
    has = question("choice", "Có không?", name="has", choices=YES_NO)

    told = refusal(
        page(
            section(has),
            section(one, conditions=[when("Chưa hề hỏi", "Có"), when("has", "Có lẽ")]),
        )
    )

    (first, said), (second, choices) = told
    assert first == (0, "sections", 1, "conditions", 0, "question")
    assert "Chưa hề hỏi" in said
    assert second == (0, "sections", 1, "conditions", 1, "answer")
    assert "Có, Không" in choices


def test_one_group_of_data_torn_between_conditions_is_refused():
    has = question("choice", "Có không?", name="has", choices=YES_NO)
    one = question("line", "Một", name="house.one")
    two = question("line", "Hai", name="house.two", required=True)

    told = refusal(page(section(has, one), section(two, conditions=[when("has", "Có")])))

    assert "house" in told[0][1]


@pytest.mark.parametrize("name", ["a.b", "a"])
def test_a_question_is_no_object_of_others(name):
    other = "a" if name == "a.b" else "a.b"
    told = refusal(
        page(section(question("line", "X", name=name), question("line", "Y", name=other)))
    )

    assert told


def test_words_that_are_no_json_are_told_beside_their_question():
    told = refusal(page(section(question("line", "Một", name="one", rest="{không"))))

    assert told[0][0] == (0, "sections", 0, "questions", 0, "rest")
