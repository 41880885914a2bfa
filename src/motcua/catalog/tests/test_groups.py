"""Asking for several of the same: entries come and go, and nothing that was typed is lost."""

import pytest
import time_machine
from django.http import QueryDict
from django.template.loader import render_to_string

from motcua.catalog import forms
from motcua.catalog.models import ProcedureVersion

PERSON = {
    "type": "object",
    "properties": {
        "full_name": {"type": "string", "format": "person-name", "title": "Họ tên"},
        "birth_date": {"type": "string", "format": "past-date", "title": "Ngày sinh"},
        "sex": {
            "type": "string",
            "title": "Giới tính",
            "x-widget": "radio",
            "oneOf": [{"const": "male", "title": "Nam"}, {"const": "female", "title": "Nữ"}],
        },
        "number": {
            "type": "string",
            "format": "personal-number",
            "title": "Số định danh",
            "x-consistent-with": {"birth_date": "members.*.birth_date", "sex": "members.*.sex"},
        },
    },
    "required": ["full_name"],
    "additionalProperties": False,
}
FORM = {
    "type": "object",
    "properties": {
        "members": {
            "type": "array",
            "title": "Các thành viên",
            "x-entry": "Thành viên",
            "minItems": 1,
            "maxItems": 3,
            "items": PERSON,
        },
        "count": {"type": "integer", "title": "Số thành viên", "x-count-of": "members"},
        "spokesman": {"type": "string", "title": "Người đại diện"},
    },
    "required": ["members"],
    "additionalProperties": False,
}
LAYOUT = {
    "pages": [
        {
            "key": "thanh-vien",
            "title": "Thành viên",
            "sections": [{"fields": ["members", "count"]}],
        },
        {
            "key": "dai-dien",
            "title": "Đại diện",
            "sections": [
                {
                    "title": "Người đại diện của các thành viên",
                    "fields": ["spokesman"],
                    "when": {"required": ["count"], "properties": {"count": {"minimum": 2}}},
                }
            ],
        },
    ]
}


@pytest.fixture(autouse=True)
def a_monday_in_november():
    with time_machine.travel("2026-11-23T09:00+07:00", tick=False):
        yield


@pytest.fixture
def household():
    return ProcedureVersion(form=FORM, form_layout=forms.spelled_out(FORM, LAYOUT))


def post(*people, **more):
    typed = QueryDict(mutable=True)
    typed["members__count"] = str(len(people))
    for number, told in enumerate(people):
        for name, value in told.items():
            typed[f"members__{number}__{name}"] = value
    typed.update(more)
    return typed


def page(version, *people, saved=None, **more):
    return forms.form_for(version, "thanh-vien", saved or {}, post(*people, **more))


def people_of(form):
    return [entry.get("full_name") for entry in form.answers().get("members", [])]


AN, BINH, CHI = ({"full_name": name} for name in ("Lê An", "Lê Bình", "Lê Chi"))


def test_the_form_is_sound(household):
    assert forms.faults(household.form, household.form_layout) == []


def test_the_least_number_of_entries_stands_on_the_page(household):
    html = render_to_string(
        "catalog/forms/page.html", {"form": forms.form_for(household, "thanh-vien", {})}
    )

    assert "Thành viên thứ 1" in html
    assert "Thành viên thứ 2" not in html
    assert 'name="add" value="members"' in html
    assert 'name="remove"' not in html


def test_one_more_entry_keeps_everything_and_takes_the_focus(household):
    form = page(household, AN | {"birth_date": "31/02/1990"}, add="members")

    html = render_to_string("catalog/forms/page.html", {"form": form})

    assert not form.is_valid()
    assert not form.errors
    assert form["members__0__birth_date"].value() == "31/02/1990"
    assert form.answers()["members"] == [{"full_name": "Lê An", "birth_date": "31/02/1990"}, {}]
    assert form.fields["members__1__full_name"].widget.attrs["autofocus"]
    assert "Đã thêm: Thành viên thứ 2." in html


def test_an_entry_that_goes_lets_the_others_move_up(household):
    form = page(household, AN, BINH | {"birth_date": "hôm qua"}, CHI, remove="members.0")

    assert people_of(form) == ["Lê Bình", "Lê Chi"]
    assert form["members__0__birth_date"].value() == "hôm qua"
    assert "Đã bỏ: Thành viên thứ 1." in form.told
    assert form.focus == "members"


@pytest.mark.parametrize("button", [{"remove": "members.7"}, {"remove": "members.x"}, {"add": "x"}])
def test_a_button_that_is_none_changes_nothing(household, button):
    assert people_of(page(household, AN, BINH, **button)) == ["Lê An", "Lê Bình"]


def test_no_more_than_the_most(household):
    form = page(household, AN, BINH, CHI, add="members")

    assert len(people_of(form)) == 3
    assert "Nhiều nhất 3" in form.told
    assert 'name="add"' not in render_to_string("catalog/forms/page.html", {"form": form})


@pytest.mark.parametrize("told", ["999999999999", "-1", "x", ""])
def test_a_count_that_lies_is_bounded(household, told):
    form = page(household, AN, BINH, members__count=told)

    assert len(form.answers()["members"]) <= 3
    assert people_of(form)[0] == "Lê An"


def test_an_error_stands_beside_its_entry_and_leads_there(household):
    form = page(household, AN, {"full_name": "", "birth_date": "24/11/2026"})

    html = render_to_string("catalog/forms/page.html", {"form": form})

    assert form.errors["members__1__full_name"] == ["Hãy nhập “Họ tên”."]
    assert 'href="#id_members__1__full_name">Thành viên thứ 2: Họ tên: Hãy nhập' in html
    assert "Ngày này chưa đến" in form.errors["members__1__birth_date"][0]


def test_entries_at_the_end_in_which_nothing_was_typed_do_not_count(household):
    form = page(household, AN, {}, {})

    assert form.is_valid()
    assert forms.counting(household, form.answers())["members"] == [{"full_name": "Lê An"}]


def test_an_empty_entry_between_others_is_asked_about(household):
    form = page(household, AN, {}, CHI)

    assert list(form.errors) == ["members__1__full_name"]


def test_a_group_that_is_wanted_asks_for_its_first_entry(household):
    problems = forms.check(household, {})

    assert [(one.path, one.page) for one in problems] == [("members.0.full_name", "thanh-vien")]
    assert problems[0].sentence == "Thành viên thứ 1: Hãy nhập “Họ tên”."


def test_too_many_entries_are_said_of_the_whole_group(household):
    answers = {"members": [{"full_name": "Lê An"}] * 4}

    problem = forms.check(household, answers)[0]

    assert (problem.path, problem.field) == ("members", "members")
    assert "Nhiều nhất 3" in problem.message


def test_a_page_shows_the_entries_that_were_saved(household):
    form = forms.form_for(household, "thanh-vien", {"members": [AN, BINH]})

    assert form["members__1__full_name"].value() == "Lê Bình"
    assert form["members__count"].value() == 2


def test_a_condition_asks_how_many_there_are(household):
    alone, two = {"members": [AN]}, {"members": [AN, BINH]}

    assert forms.form_for(household, "dai-dien", alone).sections() == []
    assert len(forms.form_for(household, "dai-dien", two).sections()) == 1
    assert "spokesman" not in forms.counting(household, alone | {"spokesman": "Lê An"})


def test_a_summary_has_each_entry_under_its_own_title(household):
    sections = forms.summary(household, {"members": [AN, BINH | {"birth_date": "1990-02-03"}]})

    told = [(part.title, [row.text for row in part.rows]) for part in sections]
    assert told == [
        ("Thành viên thứ 1", ["Lê An"]),
        ("Thành viên thứ 2", ["Lê Bình", "03/02/1990"]),
        ("Thành viên", ["2"]),
    ]
    assert sections[1].rows[0].path == "members.1.full_name"


def test_answers_that_are_no_list_are_no_entries(household):
    for nonsense in ("x", {"0": {}}, 7, [None, "x", 3]):
        form = forms.form_for(household, "thanh-vien", {"members": nonsense})

        render_to_string("catalog/forms/page.html", {"form": form})
        assert forms.check(household, {"members": nonsense})


def test_a_number_that_disagrees_with_its_own_entry_is_pointed_out_and_not_refused(household):
    suits = AN | {"birth_date": "04/03/1998", "sex": "female", "number": "022198001234"}
    other = BINH | {"birth_date": "04/03/1999", "sex": "male", "number": "999198001234"}

    form = page(household, suits, other)

    assert form.is_valid()
    assert not form.fields["members__0__number"].warning
    assert "Năm sinh" in form.fields["members__1__number"].warning
    html = render_to_string("catalog/forms/page.html", {"form": form})
    assert 'aria-describedby="id_members__1__number_warning"' in html
    rows = [row for part in forms.summary(household, form.answers()) for row in part.rows]
    assert [row.path for row in rows if row.warning] == ["members.1.number"]


def test_a_masked_summary_warns_of_nothing_and_hides_what_is_no_number(household):
    answers = {"members": [AN | {"number": "123456789"}]}

    rows = [row for part in forms.summary(household, answers, masked=True) for row in part.rows]

    assert rows[1].text == "*****"
    assert not any(row.warning for row in rows)


def test_what_the_portal_knows_goes_into_the_first_entry():
    group = FORM["properties"]["members"] | {
        "items": {
            "type": "object",
            "properties": {"name": {"type": "string", "title": "Tên", "x-prefill": "full_name"}},
        }
    }
    form = {"type": "object", "properties": {"members": group}}
    layout = {"pages": [{"key": "a", "title": "A", "sections": [{"fields": ["members"]}]}]}
    version = ProcedureVersion(form=form, form_layout=forms.spelled_out(form, layout))

    assert forms.prefilled(version, {"full_name": "Lê An"}) == {"members": [{"name": "Lê An"}]}
