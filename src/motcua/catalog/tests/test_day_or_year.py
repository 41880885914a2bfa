"""Birthdays of which the papers say only the year, or month and year."""

import pytest

from motcua.catalog import forms
from motcua.catalog.models import ProcedureVersion

OLDER = {"years_older_under": {"than": "died", "years": 0}, "say": "Sinh sau khi mất."}
FORM = {
    "type": "object",
    "properties": {
        "born": {
            "type": "string",
            "format": "past-date-or-year",
            "title": "Ngày sinh",
            "x-doubts": [OLDER],
        },
        "died": {"type": "string", "format": "past-date", "title": "Ngày mất"},
        "number": {
            "type": "string",
            "format": "personal-number",
            "title": "Số định danh",
            "x-consistent-with": {"birth_date": "born"},
        },
    },
    "required": ["born"],
}
LAYOUT = {
    "pages": [
        {"key": "a", "title": "A", "sections": [{"fields": ["born", "died", "number"]}]},
    ]
}
VERSION = ProcedureVersion(form=FORM, form_layout=LAYOUT)


def typed(born, **beside):
    return forms.form_for(VERSION, "a", {}, {"born": born, **beside})


def test_the_engine_carries_it():
    assert list(forms.faults(FORM, LAYOUT)) == []


@pytest.mark.parametrize(
    ("written", "kept", "shown"),
    [
        ("1932", "1932", "1932"),
        ("/1932", "1932", "1932"),
        ("00/00/1932", "1932", "1932"),
        ("--/5/1932", "1932-05", "05/1932"),
        ("051932", "1932-05", "05/1932"),
        ("9.5.1932", "1932-05-09", "09/05/1932"),
        ("０９０５１９３２", "1932-05-09", "09/05/1932"),
    ],
)
def test_what_the_papers_say_is_kept_and_shown_as_it_is(written, kept, shown):
    form = typed(written)

    assert form.is_valid()
    assert form.answers() == {"born": kept}
    assert forms.check(VERSION, {"born": kept}) == []
    assert forms.summary(VERSION, {"born": kept})[0].rows[0].text == shown
    assert f'value="{shown}"' in str(forms.form_for(VERSION, "a", {"born": kept})["born"])


@pytest.mark.parametrize("written", ["32", "31/02/1932", "05/00/1932", "13/1932", "lâu rồi"])
def test_what_is_no_day_is_kept_as_typed_and_told_how_to_write(written):
    form = typed(written)

    assert not form.is_valid()
    assert "ví dụ 05/1932 hoặc 1932" in form.errors["born"][0]
    assert form.answers() == {"born": written}
    assert "ví dụ 05/1932 hoặc 1932" in forms.check(VERSION, {"born": written})[0].message


def test_a_year_to_come_is_refused():
    assert forms.check(VERSION, {"born": "2999"})[0].message == (
        "Ngày này chưa đến. Hãy kiểm tra lại năm."
    )


@pytest.mark.parametrize(
    ("born", "died", "is_doubted"),
    [
        ("1932", "1931-12-31", True),
        ("1932", "1932-01-01", False),
        ("1932-05", "1932-04-30", True),
        ("1932-05", "1932-05-01", False),
    ],
)
def test_only_what_cannot_be_is_doubted(born, died, is_doubted):
    told = forms.warnings(VERSION, {"born": born, "died": died})
    assert [one.path for one in told] == (["born"] if is_doubted else [])


def test_a_number_is_held_against_the_year():
    told = forms.warnings(VERSION, {"born": "1933", "number": "022032000123"})
    assert "Năm sinh trong số định danh khác" in told[0].message
    assert forms.warnings(VERSION, {"born": "1932", "number": "022032000123"}) == []
