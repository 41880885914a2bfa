"""Everybody gets somewhere: each combination of answers, through every guide of the house."""

import json

import pytest

from motcua.catalog import recording
from motcua.guides import loading, plans, reading
from motcua.guides.every_way import every_way
from motcua.guides.models import Edition
from motcua.periods import clock

FILES = sorted(loading.FOLDER.glob("*.json"))
CASES = sorted(loading.CASES.glob("*.json"))
CODES = {path.stem for path in recording.FOLDER.glob("*.json")}


def told_by(path):
    said = json.loads(path.read_text(encoding="utf-8"))
    kinds = ("questions", "steps")
    return reading.told(*([{"value": value} for value in said[kind]] for kind in kinds))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_combination_of_answers_ends_with_something_to_do(path):
    told = told_by(path)
    ways = list(every_way(told))

    assert all(way.steps for way in ways)
    assert {step for way in ways for step in way.steps} == set(told.steps)
    assert {a.question for way in ways for a in way.answered} == set(told.questions)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_step_leads_to_a_procedure_that_exists_or_to_somebody(path):
    for step in told_by(path).steps:
        assert step.procedure in CODES or step.where or step.text, step.title
        assert not step.procedure or step.procedure in CODES, step.title


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_number_of_days_or_years_has_its_source(path):
    for step in told_by(path).steps:
        counted = any(letter.isdigit() for letter in step.deadline)
        assert not (step.days or counted) or step.basis, step.title


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_a_condition_says_has_its_source(path):
    for check in json.loads(path.read_text(encoding="utf-8"))["questions"]:
        for option in check["options"]:
            assert option["outcome"] == "yes" or (option["because"] and option["basis"]), option
            assert option.get("instead", path.stem) in CODES


def test_on_the_portal_every_end_names_what_is_in_force(house):
    for edition in Edition.objects.all():
        for way in every_way(edition.told()):
            lines = plans.lines(way, clock.today())
            assert all(line.version for line in lines if line.step.procedure), edition


def at(path, **answers):
    named = {name.replace("_", "-"): value for name, value in answers.items()}
    ways = every_way(told_by(loading.FOLDER / f"{path}.json"))
    return [
        [step.title for step in way.steps]
        for way in ways
        if named.items() <= {one.question.key: one.value for one in way.answered}.items()
    ]


def test_whoever_is_too_young_to_marry_is_not_sent_to_the_registrar():
    assert at("ket-hon", tuoi="chua") == [["Chờ đến khi cả hai đủ tuổi"]]


def test_a_foreign_spouse_is_led_to_the_procedure_of_their_own():
    ways = at("ket-hon", nuoc_ngoai="co")

    assert all("Đăng ký kết hôn có yếu tố nước ngoài" in way for way in ways)
    assert all("Đăng ký kết hôn" not in way for way in ways)


def test_a_foreigner_who_moves_is_not_sent_to_register_as_a_citizen():
    assert at("chuyen-cho-o", ai="nuoc-ngoai") == [["Khai báo tạm trú cho người nước ngoài"]]


def test_a_house_on_land_without_papers_begins_with_the_land():
    for way in at("lam-nha", giay_dat="chua"):
        assert way[0] == "Làm giấy tờ đất trước"


def test_a_street_vendor_is_told_to_ask_before_registering():
    for way in at("mo-kinh-doanh", hinh_thuc="rong"):
        assert way[0] == "Hỏi xem có phải đăng ký hộ kinh doanh không"
