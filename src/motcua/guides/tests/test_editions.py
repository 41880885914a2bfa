"""Guides are data: editors change them, files bring them, faults are refused with a sentence."""

import json
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.forms import modelform_factory

from motcua.catalog.models import LifeEvent, Procedure
from motcua.guides import flags, loading
from motcua.guides.forms import EditionForm
from motcua.guides.models import Condition, Edition, Exemption
from motcua.periods import clock
from motcua.periods.models import since

from .conftest import choice, only, stream


def form_of(edition, lead):
    """The editors' form of a guide, sent as it was shown but for its lead."""
    form = modelform_factory(Edition, form=EditionForm, fields=["event", "lead", "valid_during"])
    first = edition.valid_during.lower
    sent = {"event": edition.event_id, "lead": lead, "valid_during_0": f"{first:%d/%m/%Y}"}
    return form(sent, instance=edition)


def test_the_guides_of_the_house_enter_and_lead_somewhere(house):
    assert house.left == []
    events = set(LifeEvent.objects.values_list("slug", flat=True))
    assert {"sinh-con", "ket-hon", "lam-nha", "mo-kinh-doanh", "nguoi-than-qua-doi"} < events
    assert {"chuyen-cho-o", "hoc-hanh", "huu-tri", "khuyet-tat", "mua-xe-lai-xe"} < events

    for edition in Edition.objects.all():
        assert all(step.basis for step in edition.told().steps if step.days), edition
    offered = set(Procedure.objects.offered_on(clock.today()).values_list("code", flat=True))
    for condition in Condition.objects.all():
        for check in condition.questions.raw_data:
            assert {each.get("instead") for each in check["value"]["options"]} - {None} <= offered
    again = loading.load()
    assert (again.added, again.left) == (0, [])


def test_an_event_gathers_the_procedures_of_its_guide(guides):
    event = LifeEvent.objects.get(slug="sinh-con")

    assert "1.001193" in set(event.procedures.values_list("code", flat=True))


def test_a_changed_file_makes_an_edition_from_today_and_ends_the_one_before(guides, tmp_path):
    told = json.loads((loading.FOLDER / "sinh-con.json").read_text())
    (tmp_path / "sinh-con.json").write_text(json.dumps(told | {"lead": "Khác."}))

    assert loading.load(tmp_path).added == 1

    first, second = Edition.objects.filter(event__slug="sinh-con").order_by("valid_during")
    assert first.valid_during.upper == second.valid_during.lower == clock.today()


def test_an_editors_words_stay(guides, tmp_path):
    Edition.objects.filter(event__slug="sinh-con").update(fingerprint="", lead="Của tôi.")
    told = json.loads((loading.FOLDER / "sinh-con.json").read_text())
    (tmp_path / "sinh-con.json").write_text(json.dumps(told))

    assert loading.load(tmp_path).left == ["sinh-con"]

    assert Edition.objects.get(event__slug="sinh-con").lead == "Của tôi."


def test_what_an_editor_saves_is_theirs_from_then_on(guides, tmp_path):
    edition = Edition.objects.get(event__slug="sinh-con")
    form = form_of(edition, "Của tôi.")
    assert form.is_valid(), form.errors
    form.save()
    told = json.loads((loading.FOLDER / "sinh-con.json").read_text())
    (tmp_path / "sinh-con.json").write_text(json.dumps(told | {"lead": "Khác."}))

    assert loading.load(tmp_path).left == ["sinh-con"]

    assert Edition.objects.get(event__slug="sinh-con").lead == "Của tôi."


def test_two_guides_of_an_event_on_one_day_are_refused_on_the_form(guides):
    first = Edition.objects.get(event__slug="sinh-con")

    form = form_of(Edition(event=first.event, valid_during=first.valid_during), "Hai")

    assert "Hãy cho bản ấy kết thúc trước" in str(form.errors["valid_during"])


def test_a_file_that_changes_twice_on_one_day_counts_as_it_was_last(guides, tmp_path):
    told = json.loads((loading.FOLDER / "sinh-con.json").read_text())
    for lead in ("Một.", "Hai."):
        (tmp_path / "sinh-con.json").write_text(json.dumps(told | {"lead": lead}))
        assert loading.load(tmp_path).added == 1

    today = Edition.objects.on(clock.today()).get(event__slug="sinh-con")
    assert today.lead == "Hai."


@pytest.mark.parametrize(
    ("options", "word"),
    [
        ([{"outcome": "yes"}], "ít nhất hai"),
        ([{"outcome": "yes"}, {"key": "b", "outcome": "no", "because": "V"}], "chưa có căn cứ"),
        ([{"outcome": "yes"}, {"key": "b", "outcome": "ask"}], "chưa nói vì sao"),
        ([{"outcome": "yes"}, {"key": "b", "outcome": "yes", "instead": "9.999999"}], "9.999999"),
    ],
)
def test_conditions_that_lead_nowhere_are_refused(recorded, options, word):
    asked = {"key": "q", "ask": "Q?", "options": [{"key": "a", "label": "A"} | o for o in options]}
    condition = Condition(procedure=Procedure.objects.first(), questions=stream("check", asked))

    with pytest.raises(ValidationError, match=word):
        condition.clean()


@pytest.mark.parametrize(
    ("questions", "steps", "word"),
    [
        ([], [], "chưa có việc"),
        ([choice("a", "x", "y"), choice("a", "x", "y")], [{"title": "T"}], "bị trùng"),
        ([choice("a", "x")], [{"title": "T"}], "ít nhất hai"),
        ([choice("a", "x", "y", **only("b", "z"))], [{"title": "T"}], "không ứng"),
        ([choice("a", "x", "y")], [{"title": "T", **only("a", "z")}], "không ứng"),
        ([], [{"title": "T", "procedure": "9.999999"}], "không có thủ tục"),
        ([], [{"title": "T", "days": 5}], "chưa có căn cứ"),
        ([choice("a", "x", "y")], [{"title": "T", **only("a", "x")}], "không có việc nào"),
        ([], [{"title": "T", "days": 5, "basis": "L", "counted_from": "a"}], "không hỏi ngày"),
    ],
)
def test_what_cannot_be_walked_is_refused_with_a_sentence(db, questions, steps, word):
    edition = Edition(
        event=LifeEvent(slug="x", name="X"),
        lead="L",
        questions=stream("question", *questions),
        steps=stream("step", *steps),
    )

    with pytest.raises(ValidationError, match=word):
        edition.clean()


def test_a_guide_that_names_an_ended_procedure_is_flagged(end_today):
    edition = Edition.objects.get(event__slug="gap-kho-khan")
    assert flags.of_edition(edition) == ""

    end_today("1.011607")

    assert "1.011607" in flags.of_edition(edition)


def test_an_event_has_one_guide_a_day(make_guide):
    make_guide()

    with pytest.raises(IntegrityError, match="one_guide_a_day_of_an_event"), transaction.atomic():
        make_guide(first=date(2026, 6, 1))


def test_an_exemption_names_its_law(recorded):
    procedure = Procedure.objects.first()

    with pytest.raises(IntegrityError, match="exemption_has_its_basis"), transaction.atomic():
        Exemption.objects.create(
            procedure=procedure, who="Ai", basis="", valid_during=since(date(2026, 1, 1))
        )
