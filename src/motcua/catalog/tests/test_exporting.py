"""What goes out can come in again: importing an export changes nothing."""

import json

import pytest
from django.core.management import CommandError, call_command
from hypothesis import example, given, settings
from hypothesis import strategies as st

from motcua.catalog.forms_data import form_of
from motcua.catalog.importing import cleaning, exporting, storing, translating
from motcua.catalog.importing.comparing import content
from motcua.catalog.models import ProcedureVersion
from motcua.catalog.recording import recalling
from motcua.catalog.tests.raw import raw

words = st.text(max_size=30)
said = words.filter(lambda one: not cleaning.says_nothing(cleaning.one_line(one)))
lists = st.lists(said, max_size=3)
number = st.none() | st.integers(0, 1000)
channels = st.fixed_dictionaries(
    {"limit_note": words, "fee_text": words, "description": words},
    optional={
        "kind": st.sampled_from(["direct", "online", "post"]),
        "limit_value": st.none() | st.integers(1, 3650),
        "limit_unit": st.sampled_from([None, "same_day", "hour", "day", "working_day", "month"]),
        "fee_amount": st.none() | st.integers(0, 10**9),
    },
)
papers = st.fixed_dictionaries(
    {"name": said, "kind": st.sampled_from(["submit", "show"]), "condition": words},
    optional={"originals": number, "copies": number, "form_template": words, "note": words},
)
cases = st.fixed_dictionaries({"name": words, "components": st.lists(papers, max_size=3)})
laws = st.fixed_dictionaries(
    {"number": said, "title": words, "issuer": words},
    optional={"issued_on": st.dates().map(lambda day: day.isoformat())},
)
results = st.fixed_dictionaries({"name": said}, optional={"code": st.just("KQ.G15.000031")})
told = st.fixed_dictionaries(
    {"code": st.just("1.001193"), "name": said, "levels": st.just(["commune", "other"])},
    optional={
        "summary": words,
        "authority": words,
        "effective_from": st.dates().map(lambda day: day.isoformat()),
        "steps": lists,
        "conditions": lists,
        "notes": lists,
        "related": lists,
        "keywords": lists.map(lambda some: list({cleaning.one_line(one): one for one in some})),
        "popular_names": st.just(["sổ đỏ, sổ hồng"]),
        "audiences": st.just(["Tổ chức (không bao gồm doanh nghiệp, HTX)", "Người, khác"]),
        "how_many_sets": st.integers(1, 100),
        "states_none": st.just(["forms", "conditions", "fees"]),
        "channels": st.lists(channels, max_size=2),
        "cases": st.lists(cases, max_size=2),
        "legal_basis": st.lists(laws, max_size=2),
        "results": st.lists(results, max_size=2),
    },
)

NAMED = {"code": "1.001193", "levels": ["commune", "other"]}


@settings(max_examples=150)
@given(record=told)
@example(record=NAMED | {"name": "a\N{COMBINING ACUTE ACCENT}\u200b\N{COMBINING DOT BELOW}"})
def test_what_goes_out_is_understood_as_it_was(record):
    back = translating.understand(exporting.raw_of(record)).record

    assert content(back) == content(record)


def test_a_record_with_every_recorded_part_is_read_back(records, recorded):
    versions = ProcedureVersion.objects.published()

    kept = {one["code"]: content(one) for one in recalling.records(versions)}

    assert kept == {one["code"]: content(one) for one in records}


def test_reading_many_versions_back_takes_few_questions(recorded, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        assert len(list(recalling.records(ProcedureVersion.objects.published()))) > 5


def test_importing_the_export_changes_nothing(recorded, tmp_path, capsys):
    before = set(ProcedureVersion.objects.values_list("pk", "fingerprint"))
    call_command("export_procedures", tmp_path / "out")
    call_command("export_procedures", tmp_path / "all.json")

    for path in ("out", "all.json"):
        call_command("import_procedures", tmp_path / path, workers=1)

    assert set(ProcedureVersion.objects.values_list("pk", "fingerprint")) == before
    assert capsys.readouterr().out.count(f"{len(before)} thủ tục không đổi") == 2


@pytest.mark.django_db
def test_what_was_imported_goes_out_and_in_again(machine):
    storing.store([translating.understand(raw())], by=machine)
    (record,) = recalling.records(ProcedureVersion.objects.all())

    back = translating.understand(exporting.raw_of(record))

    assert storing.store([back], by=machine) == {"1.001193": storing.Outcome.UNCHANGED}


def test_only_the_codes_asked_for_go_out(recorded, tmp_path):
    call_command("export_procedures", tmp_path / "one.json", code=["1.001193"])

    (record,) = json.loads((tmp_path / "one.json").read_text(encoding="utf-8"))
    assert record["ma_thu_tuc"] == "1.001193"
    assert {"truong_hop", "giay_to"} == record["thanh_phan_ho_so"][0].keys()
    with pytest.raises(CommandError):
        call_command("export_procedures", tmp_path / "none.json", code=["9.999999"])


@pytest.mark.django_db
def test_an_edited_export_from_elsewhere_waits_over_what_is_in_force(machine):
    storing.store([translating.understand(raw())], by=machine)
    (record,) = recalling.records(ProcedureVersion.objects.all())
    edited = exporting.raw_of({**record, "steps": ["Nộp hồ sơ."]}) | {"nguon": "Sở Tư pháp"}

    outcome = storing.store([translating.understand(edited)], by=machine)

    assert outcome == {"1.001193": storing.Outcome.WAITING}


def test_a_whole_row_takes_no_amount_out_of_words():
    row = {"thoi_han": 0, "don_vi": "tuần", "so_tien": "8000", "phi_le_phi": "8.000 đồng"}

    record = translating.understand(raw(cach_thuc_thuc_hien=[row])).record

    assert record["channels"][0]["fee_amount"] is None
    assert record["channels"][0]["limit_value"] is None
    assert record["channels"][0]["fee_text"] == "8.000 đồng"


FORM, LAYOUT = form_of("2.000635")
COMPOSED = {"bieu_mau": {"schema": FORM, "layout": LAYOUT}, "bo_sung_ho_so": "tính tiếp"}
"""A form of one's own, for a procedure that comes with another."""


def imported(machine, **told):
    return storing.store([translating.understand(raw(**told))], by=machine)


def gone_out():
    return [exporting.raw_of(each) for each in recalling.records(ProcedureVersion.objects.all())]


@pytest.mark.django_db
def test_a_form_of_ones_own_goes_out_and_comes_in_elsewhere(machine):
    imported(machine, **COMPOSED)
    imported(machine, ma_thu_tuc="1.000002")

    plain, record = gone_out()

    there = ProcedureVersion.objects.get(procedure__code="1.001193")
    assert (there.form, there.form_layout, there.supplement_policy) == (FORM, LAYOUT, "resume")
    assert COMPOSED.items() <= record.items()
    assert not COMPOSED.keys() & plain.keys()
    back = [translating.understand(each) for each in (plain, record)]
    assert set(storing.store(back, by=machine).values()) == {storing.Outcome.UNCHANGED}


@pytest.mark.django_db
def test_a_record_without_a_form_leaves_the_form_that_was_composed(machine):
    imported(machine, **COMPOSED)

    assert imported(machine) == {"1.001193": storing.Outcome.UNCHANGED}
    assert imported(machine, ten_thu_tuc="Tên mới") == {"1.001193": storing.Outcome.CHANGED}
    newest = ProcedureVersion.objects.get(number=2)
    assert (newest.form, newest.form_layout, newest.supplement_policy) == (FORM, LAYOUT, "resume")


@pytest.mark.parametrize(
    "told",
    ["x", {"schema": FORM}, {"schema": 1, "layout": 2}, {"schema": FORM, "layout": {"pages": 3}}],
)
def test_a_form_that_nothing_can_carry_is_told_and_not_taken(told):
    record, remarks = translating.understand(raw(bieu_mau=told, bo_sung_ho_so="tùy"))

    assert "form" not in record
    assert {remark.field for remark in remarks} >= {"bieu_mau", "bo_sung_ho_so"}
