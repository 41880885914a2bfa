"""The forms that procedures of this portal have of their own: complete, said once, usable."""

import json
from datetime import date

import jsonschema_rs
import pytest

from motcua.catalog import forms_data, own_case, recording
from motcua.catalog.forms import check, counting, form_for
from motcua.catalog.forms.layout import pages
from motcua.catalog.forms.schema import leaves, node
from motcua.catalog.models import Case, ProcedureVersion

OWN = sorted(
    path.stem for path in forms_data.FOLDER.glob("*.json") if path.stem != forms_data.COMMON
)
PREFILLED = {"full_name", "personal_number", "phone", "email"}
"""What a sign-in tells or the contact needs, once in every form."""


@pytest.fixture(params=OWN)
def version(request):
    form, layout = forms_data.form_of(request.param)
    return ProcedureVersion(form=form, form_layout=layout)


def questions(version):
    return [path for name in version.form["properties"] for path in leaves(version.form, name)]


def test_the_schema_is_a_schema_without_references(version):
    jsonschema_rs.Draft202012Validator(version.form)
    assert "$ref" not in json.dumps([version.form, version.form_layout])


def test_every_question_stands_on_one_page(version):
    asked = [path for page in pages(version) for path in page.paths]
    assert sorted(asked) == sorted(questions(version))


def test_every_question_has_words_of_its_own(version):
    titles = [node(version.form, path).get("title", "") for path in questions(version)]
    assert all(titles)
    assert len(titles) == len(set(titles))


def test_what_the_portal_knows_is_filled_in_once(version):
    known = [node(version.form, path).get("x-prefill") for path in questions(version)]
    assert set(known) >= PREFILLED
    assert all(known.count(name) == 1 for name in set(known) - {None})


def test_every_conditional_section_can_be_reached(version):
    """Each condition names a question that is asked and an answer that can be chosen."""
    sections = [section for page in pages(version) for section in page.sections if section.when]
    for section in sections:
        for name, wanted in section.when["properties"].items():
            offered = [one["const"] for one in node(version.form, name)["oneOf"]]
            assert wanted["const"] in offered


def test_every_form_of_its_own_belongs_to_a_recorded_procedure():
    codes = {path.stem for path in recording.FOLDER.glob("*.json")}
    assert set(OWN) - {forms_data.GENERAL} <= codes
    assert len(OWN) == 9


def test_a_section_says_which_answer_of_its_page_it_depends_on():
    form, layout = forms_data.form_of("1.013225")
    version = ProcedureVersion(form=form, form_layout=layout)
    sections = form_for(version, "cong-trinh", {}).sections()
    assert [json.loads(one.when) for one in sections if one.when] == [
        {"kind": "house"},
        {"kind": "other"},
    ]
    chosen = form_for(version, "cong-trinh", {"kind": "other"}).sections()
    assert [one.title for one in chosen] == ["", "Nhà ở riêng lẻ", "Công trình khác"]


def own(code):
    form, layout = forms_data.form_of(code)
    return ProcedureVersion(form=form, form_layout=layout)


@pytest.mark.parametrize(
    ("who", "born", "sentence"),
    [
        ("bride", "2008-11-28", "Bên nữ phải từ đủ 18 tuổi"),
        ("bride", "2008-11-27", ""),
        ("groom", "2006-11-28", "Bên nam phải từ đủ 20 tuổi"),
        ("groom", "2006-11-27", ""),
    ],
)
def test_who_may_marry_is_old_enough(who, born, sentence):
    """Law 52/2014/QH13, article 8: twenty full years for men, eighteen for women."""
    found = check(own("1.000894"), {who: {"birth_date": born}}, date(2026, 11, 27))

    told = [one.message for one in found if one.path == f"{who}.age"]
    assert [message[: len(sentence)] for message in told] == ([sentence] if sentence else [])


def test_members_put_in_no_more_than_the_capital():
    version = own("1.001612")
    answers = {
        "founders": "family",
        "business": {"capital": 50},
        "members": [{"share": 30}, {"share": 25}],
    }

    found = {one.path: one.message for one in check(version, answers)}

    assert "nhiều hơn vốn kinh doanh" in found["shares.owner"]
    answers["members"][1]["share"] = 20
    assert "shares.owner" not in {one.path for one in check(version, answers)}
    assert counting(version, answers)["shares"] == {"total": 50, "owner": 0}


def test_storeys_add_up():
    answers = {
        "kind": "house",
        "site": {"area": 90},
        "house": {"floor": 60, "floors": [{"area": 60}, {"area": 55.25}]},
    }

    house = counting(own("1.013225"), answers)["house"]

    assert (house["total"], house["density"]) == (115.25, 66.67)


def test_a_page_sent_without_its_entries_asks_for_them():
    form = form_for(own("1.001612"), "ho-kinh-doanh", {}, {"business__name": "An"})

    assert "business__lines__0__name" in form.errors
    assert "business" in form.answers()


@pytest.mark.parametrize(
    ("code", "answers", "left"),
    [
        ("1.013225", {"kind": "house"}, ["Nhà ở riêng lẻ"]),
        (
            "1.004222",
            {"basis": "own"},
            [
                "Chỗ ở hợp pháp thuộc quyền sở hữu của mình",
                "Chỗ ở hợp pháp thuộc quyền sở hữu của mình: phương tiện dùng để ở",
            ],
        ),
        (
            "1.004222",
            {"basis": "relative"},
            ["Chỗ ở hợp pháp không thuộc quyền sở hữu của mình (khoản 2 Điều 20 Luật Cư trú)"],
        ),
        ("1.004222", {"basis": "rented"}, ["Chỗ ở hợp pháp do thuê, mượn, ở nhờ"]),
    ],
)
def test_an_answer_leads_to_the_case_of_the_record(code, answers, left):
    form, layout = forms_data.form_of(code)
    version = ProcedureVersion(form=form, form_layout=layout)
    recorded = json.loads((recording.FOLDER / f"{code}.json").read_text(encoding="utf-8"))
    cases = [Case(pk=at, name=one["name"]) for at, one in enumerate(recorded["cases"], 1)]

    told = own_case.possible(version, cases, answers)
    other = own_case.possible(version, cases, {next(iter(answers)): "other"})

    assert [one.name for one in told.cases] == left
    assert not {one.name for one in other.cases} & set(left)
    assert own_case.possible(version, cases, {}).cases == cases
