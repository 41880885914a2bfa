"""A page proposes what is known already, says so, and keeps nothing that was not sent."""

from datetime import date

import pytest

from motcua.catalog import forms_data
from motcua.catalog.forms import form_for, warnings
from motcua.catalog.models import ProcedureVersion

pytestmark = pytest.mark.django_db

NHAI = {"full_name": "Hoàng Thị Nhài", "personal_number": "022190001234"}
KNOWN = NHAI | {"birth_date": date(1990, 3, 8), "office_commune": lambda: "06652"}
SHE_SAYS = {
    "requester": NHAI
    | {"relation": "mother", "residence": {"commune": "06652", "detail": "tổ 5, khu 3"}}
}


def version(code="1.001193"):
    form, layout = forms_data.form_of(code)
    return ProcedureVersion(form=form, form_layout=layout)


def proposed(page, answers, known=KNOWN):
    form = form_for(version(), page, answers, known=known)
    return {name: form[name].value() for name, one in form.fields.items() if one.is_proposed}


def test_a_mother_who_applies_does_not_write_herself_twice():
    found = proposed("me", SHE_SAYS)
    assert found["mother_declared"] == "yes"
    assert found["mother__full_name"] == "Hoàng Thị Nhài"
    assert found["mother__birth_date"] == "08/03/1990"
    assert found["mother__residence__detail"] == "tổ 5, khu 3"
    assert found["mother__nationality"] == "Việt Nam"


def test_the_page_says_what_is_proposed():
    form = form_for(version(), "me", SHE_SAYS, known=KNOWN)
    assert "mother" not in form.answers()
    field = form["mother__full_name"]
    assert field.field.is_proposed and not form["mother__ethnicity"].field.is_proposed


@pytest.mark.parametrize(
    "answers",
    [
        {"requester": SHE_SAYS["requester"] | {"relation": "grandparent"}},
        SHE_SAYS | {"mother": {"full_name": "Lý Thị Mẫu"}},
    ],
)
def test_of_another_or_where_somebody_typed_nothing_is_proposed(answers):
    assert set(proposed("me", answers)) <= {"mother_declared", "mother__nationality"}


def test_who_writes_for_another_gives_them_no_birthday_of_their_own():
    other = {"requester": SHE_SAYS["requester"] | {"personal_number": "022190009999"}}
    assert "mother__birth_date" not in proposed("me", other)


def test_the_commune_of_the_office_is_proposed_once():
    empty = proposed("nguoi-yeu-cau", {"requester": NHAI})
    assert empty["requester__residence__commune"] == "06652"
    assert "requester__residence__commune" not in proposed("nguoi-yeu-cau", SHE_SAYS)


def test_who_knows_nothing_proposes_nothing():
    assert proposed("me", SHE_SAYS, known=None) == {}


def test_what_was_brought_nobody_typed():
    answers = SHE_SAYS | {"mother": {"full_name": "Hoàng Thị Nhài"}}

    brought = proposed("me", answers, KNOWN | {"brought": lambda: ["mother.full_name"]})

    assert "mother__personal_number" in brought
    assert "mother__personal_number" not in proposed("me", answers)


def test_what_was_sent_empty_stays_empty():
    typed = {"mother_declared": "yes", "mother__ethnicity": "Kinh"}
    kept = form_for(version(), "me", SHE_SAYS, typed, KNOWN).answers()
    assert proposed("me", kept) == {}


# --- Doubts ------------------------------------------------------------------------------------


def doubted(answers, known=None, code="1.001193"):
    return {one.path: one.message for one in warnings(version(code), answers, known)}


def parents(**father):
    mother = NHAI | {"residence": {"commune": "06652", "detail": "khu 3"}}
    return SHE_SAYS | {
        "mother_declared": "yes",
        "father_declared": "yes",
        "mother": mother,
        "father": father,
    }


def test_two_people_share_no_number_and_a_father_is_no_woman():
    told = doubted(parents(**NHAI))
    assert "không thể chung một số" in told["father.personal_number"]
    assert "cấp cho nữ" in told["father.personal_number"]
    assert "trùng với họ tên" in told["mother.full_name"]


@pytest.mark.parametrize(("born", "is_told"), [("2015-01-01", True), ("1990-01-01", False)])
def test_a_parent_is_older_than_the_child(born, is_told):
    answers = parents(birth_date=born) | {"child": {"birth_date": "2026-11-20"}}

    told = doubted(answers).get("father.birth_date", "")

    assert ("chưa đủ 12 tuổi" in told) is is_told


def test_the_mother_who_applies_has_one_number():
    answers = parents()
    answers["mother"] = answers["mother"] | {"personal_number": "022190001235"}
    assert "khác số của người yêu cầu" in doubted(answers)["mother.personal_number"]


def test_the_office_is_that_of_the_residence_named():
    answers = parents() | {"registration": {"basis": "mother", "copies": 0}}
    there = {"office_commune": "06673"}
    assert "Nơi tiếp nhận" in doubted(answers, there)["mother.residence.commune"]
    assert "mother.residence.commune" not in doubted(answers, {"office_commune": "06652"})
    assert "mother.residence.commune" not in doubted(answers)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Bình", "chỉ có một chữ"),
        ("nguyễn văn bình", "viết hoa"),
        ("A" * 300, "300 ký tự"),
    ],
)
def test_a_name_that_looks_unfinished(name, words):
    assert words in doubted({"child": {"full_name": name}})["child.full_name"]


@pytest.mark.parametrize("name", ["H'Hen Niê", "NGUYỄN VĂN BÌNH", "Vũ Minh Ước"])
def test_a_name_that_is_whole(name):
    assert doubted({"child": {"full_name": name}}) == {}


def test_a_day_long_ago():
    told = doubted({"child": {"birth_date": "1900-01-01"}})["child.birth_date"]
    assert "hơn 120 năm" in told
    assert "quá 60 ngày" in told


def test_what_cannot_be_read_is_not_doubted():
    assert doubted({"child": {"birth_date": "31/02/2026", "full_name": "Vũ 5"}}) == {}


def test_a_house_that_stands_on_more_than_its_parcel():
    house = {"floor": 500, "height": 25, "storeys": 7, "floors": [{"kind": "storey", "area": 900}]}
    answers = {"kind": "house", "site": {"area": 100}, "house": house, "design": {"who": "self"}}
    told = doubted(answers, code="1.013225")
    assert "quá 100 %" in told["house.density"]
    assert "tự thiết kế" in told["design.who"]
    small = answers | {"house": house | {"floor": 80, "storeys": 2}}
    assert doubted(small, code="1.013225") == {}


def test_a_business_says_what_it_is():
    told = doubted({"business": {"name": "Nội dung thử"}}, code="1.001612")
    assert "Hộ kinh doanh" in told["business.name"]
    assert doubted({"business": {"name": "HỘ KINH DOANH Thanh Bình"}}, code="1.001612") == {}


# --- Numbers -----------------------------------------------------------------------------------


def complaint(code, page, name, typed):
    found = form_for(version(code), page, {}, {name: typed})
    found.is_valid()
    return " ".join(found.errors.get(name, []))


@pytest.mark.parametrize("typed", ["5.000.000 đồng", "5000000đ", "5 000 000 VNĐ", "5000000"])
def test_money_with_its_unit_is_money(typed):
    form = form_for(version("1.001612"), "ho-kinh-doanh", {}, {"business__capital": typed})
    assert form.answers()["business"]["capital"] == 5_000_000


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("5 triệu", "5.000.000"),
        ("10 tr", "10.000.000"),
        ("1,5 tỷ đồng", "1.500.000.000"),
        ("9" * 20, "lớn quá"),
        ("năm triệu", "ví dụ 1.500.000"),
    ],
)
def test_money_in_words_is_answered_in_figures(typed, words):
    assert words in complaint("1.001612", "ho-kinh-doanh", "business__capital", typed)


@pytest.mark.parametrize("typed", ["lần đầu", "1,5"])
def test_the_example_is_a_number_that_would_be_taken(typed):
    told = complaint("1.001193", "dang-ky", "registration__copies", typed)
    assert told.endswith("ví dụ 12.")
