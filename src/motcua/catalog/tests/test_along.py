"""Who writes along finds their own sign-in proposed where the form asks for them alone."""

from datetime import date

from motcua.catalog import forms
from motcua.catalog.forms import suggesting
from motcua.catalog.forms_data import form_of
from motcua.catalog.models import ProcedureVersion

BRIDE = {"full_name": "Hoàng Thị Nhài", "personal_number": "022190001234"}
GROOM = {
    "full_name": "Vũ Văn Thử",
    "personal_number": "022088005678",
    "birth_date": date(1988, 5, 6),
    "phone": "0912000011",
}
SHE_APPLIES = {"requester": BRIDE | {"relation": "bride"}}


def proposed(page, answers, pages=(), **others):
    schema, layout = form_of("1.000894")
    version = ProcedureVersion(form=schema, form_layout=layout)
    known = {suggesting.ALONG: (GROOM, frozenset(pages)), **others}
    form = forms.form_for(version, page, answers, known=known)
    return {name: form[name].value() for name in form.fields if form.fields[name].is_proposed}


def test_the_spouse_finds_himself_on_his_page():
    found = proposed("ben-nam", SHE_APPLIES, pages=["ben-nam"])

    assert found["groom__full_name"] == "Vũ Văn Thử"
    assert found["groom__personal_number"] == "022088005678"
    assert found["groom__birth_date"] in ("06/05/1988", "1988-05-06")


def test_who_sees_all_is_proposed_on_that_page_and_not_on_hers():
    known = BRIDE | {"birth_date": date(1990, 3, 8)}

    assert proposed("ben-nam", SHE_APPLIES, **known)["groom__full_name"] == "Vũ Văn Thử"
    assert proposed("ben-nu", SHE_APPLIES, **known)["bride__full_name"] == "Hoàng Thị Nhài"


def test_who_sees_a_part_is_told_nothing_of_others():
    assert proposed("ben-nu", SHE_APPLIES, pages=["ben-nu"]) == {}


def test_nothing_is_proposed_once_they_stand_somewhere_or_somebody_typed_there():
    there = SHE_APPLIES | {"groom": {"personal_number": GROOM["personal_number"]}}
    typed = SHE_APPLIES | {"groom": {"full_name": "Vũ Văn"}}

    assert proposed("ben-nam", there, pages=["ben-nam"]) == {}
    assert proposed("ben-nam", typed, pages=["ben-nam"]) == {}
