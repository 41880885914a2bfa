"""Is a form in blocks the same form? Taken apart and put together, nothing is lost or made up."""

import copy
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.catalog import forms_data
from motcua.catalog.forms_data import form_of
from motcua.formwork import blocks, leftovers, reading, writing
from motcua.formwork.exceptions import FormRefused, NotInBlocks
from motcua.formwork.sheets import Head, Sheet

from .conftest import page, question, section

OWN = sorted(path.stem for path in forms_data.FOLDER.glob("*.json") if path.stem != "common")


def same(one, other):
    return not leftovers.differing(one, other)


@pytest.mark.parametrize("code", OWN)
def test_our_own_forms_come_back_whole_through_wagtails_blocks(code):
    form = form_of(code)

    sheet = reading.sheet_of(*form)
    value = blocks.PAGES.clean(blocks.of_pages(sheet.pages))
    pages = blocks.plain(blocks.PAGES.get_prep_value(value))

    assert pages == sheet.pages
    assert same(writing.form_of(Sheet(sheet.head, pages)), form)
    assert reading.sheet_of(*writing.form_of(sheet)) == sheet


def test_reading_changes_nothing_of_what_is_stored():
    form, layout = form_of("1.001193")
    before = copy.deepcopy((form, layout))

    reading.sheet_of(form, layout)

    assert (form, layout) == before


# --- What has no block --------------------------------------------------------------------------


def changed(change, code="1.001193"):
    form, layout = copy.deepcopy(form_of(code))
    change(form, layout)
    return form, layout


def test_keywords_without_a_field_are_kept_beside_their_question():
    form = changed(
        lambda f, _l: f["properties"]["child"]["properties"]["full_name"].update(x_own=3)
    )

    sheet = reading.sheet_of(*form)

    assert '{"x_own": 3}' in json.dumps(sheet.pages, ensure_ascii=False).replace("\\", "")
    assert same(writing.form_of(sheet), form)


def test_rules_and_wishes_without_a_block_are_kept_in_the_head():
    def change(form, layout):
        form["allOf"].append({"not": {"required": ["married"]}})
        form["dependentRequired"] = {"mother": ["father"]}
        form["properties"]["child"]["minProperties"] = 1
        form["required"].remove("child")
        layout["paper"] = {"title": "TỜ KHAI", "margin": 2}
        layout["colors"] = "blue"

    form = changed(change)

    sheet = reading.sheet_of(*form)

    assert set(sheet.head.rest) == {"rules", "objects", "optional", "layout", "paper"}
    assert same(writing.form_of(sheet), form)
    assert reading.sheet_of(*writing.form_of(sheet)) == sheet


def test_a_condition_that_rows_cannot_say_is_kept_with_its_section():
    def change(_form, layout):
        rows = [row for each in layout["pages"] for row in each["sections"] if "when" in row]
        rows[0]["when"] = {"anyOf": [rows[0]["when"], {"required": ["married"]}]}

    form = changed(change)

    assert same(writing.form_of(reading.sheet_of(*form)), form)


@pytest.mark.parametrize(
    "change",
    [
        lambda f, _l: f["properties"].update(lost={"type": "string", "title": "Không ở trang nào"}),
        lambda f, _l: f["properties"]["married"].update(oneOf=[{"const": 1, "title": "Một"}]),
        lambda _f, lay: lay["pages"][0]["sections"][0]["fields"].append("nowhere"),
        lambda _f, lay: lay["pages"][0].pop("sections"),
    ],
)
def test_what_would_be_lost_is_not_opened(change):
    with pytest.raises(NotInBlocks) as refused:
        reading.sheet_of(*changed(change))

    assert refused.value.parts


def test_a_kept_rule_about_a_question_that_left_is_told():
    sheet = reading.sheet_of(*changed(lambda f, _l: f.update(dependentRequired={"a": ["b"]})))
    head = Head(rest={"optional": {"gone": ["x"]}, "rules": [{"required": ["gone"]}]})

    with pytest.raises(FormRefused) as refused:
        writing.form_of(Sheet(head, sheet.pages))

    assert "gone" in str(refused.value)


# --- Any form that blocks can say ---------------------------------------------------------------

WORDS = st.text("abcđ ễạ;.,“0Ừ", min_size=1, max_size=12).map(str.strip).filter(bool)
SIMPLE = st.sampled_from(
    ["line", "text", "day", "past_day", "past_day_or_year", "number", "money", "name", "phone"]
)


@st.composite
def questions(draw, names):
    kind = draw(st.sampled_from(["choice", "tick"]) | SIMPLE)
    told = {"required": draw(st.booleans()), "hint": draw(st.just("") | WORDS)}
    if kind == "choice":
        values = draw(st.lists(st.sampled_from("abcde"), min_size=2, max_size=4, unique=True))
        told["choices"] = [
            {"value": value, "label": draw(WORDS), "case": draw(st.just("") | WORDS)}
            for value in values
        ]
    if kind in ("number", "money"):
        told["least"] = draw(st.none() | st.integers(0, 9))
    return question(kind, draw(WORDS), name=next(names), **told)


@st.composite
def sheets(draw):
    names = iter(f"q{n}" for n in range(100))
    first = question("choice", "Loại nào?", name="kind", choices=KINDS)
    pages = [page(section(first), key="dau")]
    for at in range(draw(st.integers(1, 2))):
        rows = [draw(sections(names)) for _row in range(draw(st.integers(1, 2)))]
        pages.append(page(*rows, title=draw(WORDS), key=f"trang-{at}"))
    return Sheet(Head(notice=draw(st.just("") | WORDS)), pages)


KINDS = [
    {"value": "one", "label": "Một", "case": "trường hợp một"},
    {"value": "two", "label": "Hai; hoặc", "case": ""},
]


@st.composite
def sections(draw, names):
    asked = draw(st.lists(questions(names), min_size=1, max_size=3))
    if draw(st.booleans()):
        inner = draw(st.lists(questions(iter(["a", "b.c", "b.d"])), min_size=1, max_size=3))
        told = {"questions": inner, "entry": "Mục", "required": draw(st.booleans())}
        asked.append(question("group", draw(WORDS), name=next(names), least=None, most=5, **told))
    row = {"question": "kind", "how": "is", "answer": draw(st.sampled_from(["one", "two", "Một"]))}
    conditions = [row] if draw(st.booleans()) else []
    return section(*asked, title=draw(st.just("") | WORDS), conditions=conditions)


@settings(max_examples=25, deadline=None)
@given(sheets())
def test_any_form_of_blocks_is_stable(sheet):
    form = writing.form_of(sheet)

    again = reading.sheet_of(*form)

    assert same(writing.form_of(again), form)
    assert reading.sheet_of(*writing.form_of(again)) == again
