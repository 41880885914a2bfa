"""What the portal works out: never typed, always fresh."""

from datetime import date

import pytest
import time_machine
from django.template.loader import render_to_string

from motcua.catalog import forms
from motcua.catalog.forms.numbers import figures, read
from motcua.catalog.forms.words import amount_in_words
from motcua.catalog.models import ProcedureVersion

NUMBER = {"type": "number", "minimum": 0, "maximum": 100000, "x-unit": "m²"}
FORM = {
    "type": "object",
    "properties": {
        "floors": {
            "type": "array",
            "title": "Các tầng",
            "x-entry": "Tầng",
            "maxItems": 5,
            "items": {
                "type": "object",
                "properties": {
                    "long": NUMBER | {"title": "Dài"},
                    "wide": NUMBER | {"title": "Rộng"},
                    "area": NUMBER
                    | {"title": "Diện tích", "x-product-of": ["floors.*.long", "floors.*.wide"]},
                },
            },
        },
        "total": NUMBER
        | {"title": "Tổng diện tích sàn", "x-sum-of": "floors.*.area", "maximum": 500},
        "plot": NUMBER | {"title": "Diện tích đất"},
        "density": {
            "type": "number",
            "title": "Hệ số sử dụng đất",
            "x-unit": "%",
            "x-decimals": 1,
            "x-percent-of": ["total", "plot"],
        },
        "count": {"type": "integer", "title": "Số tầng", "x-count-of": "floors"},
        "price": {"type": "integer", "title": "Dự toán", "x-unit": "đồng", "minimum": 0},
        "price_words": {"type": "string", "title": "Bằng chữ", "x-words-of": "price"},
        "born": {"type": "string", "format": "past-date", "title": "Ngày sinh"},
        "age": {"type": "integer", "title": "Tuổi", "x-age-of": "born", "minimum": 18},
    },
    "additionalProperties": False,
}
LAYOUT = {
    "pages": [
        {
            "key": "nha",
            "title": "Nhà",
            "sections": [{"fields": ["floors", "total", "plot", "density"]}],
        },
        {
            "key": "khac",
            "title": "Khác",
            "sections": [{"fields": ["count", "price", "price_words", "born", "age"]}],
        },
    ]
}
TWO_FLOORS = {"floors": [{"long": 10.5, "wide": 4}, {"long": 0.1, "wide": 0.2}], "plot": 60}


@pytest.fixture(autouse=True)
def a_monday_in_november():
    with time_machine.travel("2026-11-23T09:00+07:00", tick=False):
        yield


@pytest.fixture
def house():
    return ProcedureVersion(form=FORM, form_layout=forms.spelled_out(FORM, LAYOUT))


def test_the_form_is_sound(house):
    assert forms.faults(house.form, house.form_layout) == []


def test_results_follow_from_the_answers_one_from_another(house):
    counted = forms.counting(house, TWO_FLOORS)

    assert [floor["area"] for floor in counted["floors"]] == [42, 0.02]
    assert (counted["total"], counted["density"], counted["count"]) == (42.02, 70, 2)


def test_what_was_stored_or_sent_instead_is_thrown_away(house):
    forged = TWO_FLOORS | {"total": 1, "count": 99, "age": 50}
    forged["floors"] = [floor | {"area": 7} for floor in forged["floors"]]

    counted = forms.counting(house, forged)

    assert counted == forms.counting(house, TWO_FLOORS)
    assert "age" not in counted


def test_a_page_shows_results_and_takes_none(house):
    typed = {"floors__count": "1", "floors__0__long": "10,5", "floors__0__wide": "4"}
    typed |= {"floors__0__area": "1", "total": "1", "plot": "84"}

    form = forms.form_for(house, "nha", {}, typed)
    html = render_to_string("catalog/forms/page.html", {"form": form})

    assert form.is_valid()
    assert form.answers() == {"floors": [{"long": 10.5, "wide": 4}], "plot": 84}
    assert ">42 m²</output>" in html
    assert ">50 %</output>" in html
    assert 'name="total"' not in html


def test_a_result_out_of_bounds_is_refused_beside_it_with_both_numbers(house):
    typed = {"floors__count": "1", "floors__0__long": "100", "floors__0__wide": "6"}

    form = forms.form_for(house, "nha", {}, typed)

    assert form.errors["total"] == [
        "“Tổng diện tích sàn” hiện là 600, vượt mức 500. Hãy sửa các ô liên quan."
    ]


def test_an_age_is_that_of_the_day_it_is_asked_for(house):
    answers = {"born": "2008-11-24"}

    assert forms.counting(house, answers)["age"] == 17
    assert forms.counting(house, answers, date(2026, 11, 24))["age"] == 18
    assert "nhỏ hơn mức 18" in forms.check(house, answers)[0].message


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        ("2004-02-29", "2022-02-28", 17),
        ("2004-02-29", "2022-03-01", 18),
        ("2026-12-01", "2026-11-23", None),
    ],
)
def test_who_was_born_in_a_leap_day_grows_older_on_the_first_of_march(house, born, on, age):
    counted = forms.counting(house, {"born": born}, date.fromisoformat(on))

    assert counted.get("age") == age


def test_money_is_said_in_words(house):
    assert forms.counting(house, {"price": 1_250_000_000})["price_words"] == (
        "một tỷ hai trăm năm mươi triệu đồng"
    )


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "không đồng"),
        (1_000_005, "một triệu không trăm linh năm đồng"),
        (21_015, "hai mươi mốt nghìn không trăm mười lăm đồng"),
        (3_000_000_000_000, "ba nghìn tỷ đồng"),
        (-1, None),
        (True, None),
        (10**18, None),
    ],
)
def test_amounts_are_written_as_on_papers(amount, words):
    assert amount_in_words(amount) == words


@pytest.mark.parametrize(
    ("typed", "number", "shown"),
    [
        ("85,5", 85.5, "85,5"),
        ("85.5", 85.5, "85,5"),
        ("1.500", 1500, "1.500"),
        ("1 500 000", 1500000, "1.500.000"),
        ("0.125", 0.125, "0,125"),
        ("-3", -3, "-3"),
    ],
)
def test_numbers_are_read_as_people_write_them(typed, number, shown):
    assert float(read(typed)) == number
    assert figures(number) == shown


@pytest.mark.parametrize("typed", ["", "x", "1e9", "1,2,3", "1.50.000", "9" * 16, "½", "--1"])
def test_what_is_no_number_is_read_as_none(typed):
    assert read(typed) is None


def test_a_number_that_cannot_be_read_stays_as_it_was_typed(house):
    form = forms.form_for(house, "nha", {}, {"plot": "khoảng 80"})

    assert "dấu phẩy" in form.errors["plot"][0]
    assert form.answers() == {"plot": "khoảng 80"}
    again = forms.form_for(house, "nha", form.answers())
    assert again["plot"].value() == "khoảng 80"
    assert "dấu phẩy" in forms.check(house, form.answers())[0].message


def test_more_digits_than_asked_are_not_cut(house):
    form = forms.form_for(house, "nha", {}, {"plot": "80,123"})

    assert form.errors["plot"] == ["Hãy viết nhiều nhất 2 chữ số sau dấu phẩy."]


def test_a_script_learns_names_of_the_page_and_values_of_others(house):
    form = forms.form_for(house, "nha", TWO_FLOORS)

    script = form.fields["total"].widget.attrs["data-calculates"]

    assert '{"name": "floors__0__area"}' in script
    assert '"kind": "sum"' in script


def test_a_result_whose_section_does_not_count_is_not_submitted():
    layout = {
        "pages": [
            {
                "key": "a",
                "title": "A",
                "sections": [
                    {"fields": ["plot"]},
                    {
                        "fields": ["floors", "total", "density", "count"],
                        "when": {"required": ["plot"], "properties": {"plot": {"minimum": 100}}},
                    },
                    {"fields": ["price", "price_words", "born", "age"]},
                ],
            }
        ]
    }
    version = ProcedureVersion(form=FORM, form_layout=forms.spelled_out(FORM, layout))

    assert forms.counting(version, TWO_FLOORS) == {"plot": 60}
