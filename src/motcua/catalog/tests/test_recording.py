import json
import shutil

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from motcua.catalog import recording
from motcua.catalog.exceptions import RecordRefused
from motcua.catalog.models import Assignment, Channel, ProcedureVersion
from motcua.catalog.recording import checking, loading
from motcua.periods import clock
from motcua.search import queries as search

RECORDED_CODES = {
    *["1.001193", "1.000894", "1.000656", "1.004873", "2.000635", "1.004884", "1.004859"],
    *["2.000528", "2.000806", "2.002516", "2.001263", "2.000815", "2.000884", "2.000908"],
    *["2.001035", "1.004222", "1.004194", "1.002755", "1.003197", "1.010028", "1.010038"],
    *["1.010041", "2.001159", "2.000200", "2.001194", "1.001612", "2.000720", "1.001570"],
    *["1.001266", "2.000575", "2.001610", "1.013225", "1.013227", "1.013236", "1.013978"],
    *["1.012786", "1.012812", "3.000346", "3.000347", "3.000348", "3.000333", "1.012575"],
    *["1.011607"],
}


def channel_of(code, kind=Channel.Kind.DIRECT):
    version = ProcedureVersion.objects.on(clock.today()).get(procedure__code=code)
    return version.channel(kind)


@pytest.fixture
def thin(tmp_path):
    shutil.copy(recording.FOLDER / "1.004194.json", tmp_path)

    def change(**told):
        path = tmp_path / "1.004194.json"
        path.write_text(json.dumps(json.loads(path.read_text()) | told), encoding="utf-8")
        return tmp_path

    return change


def test_all_43_procedures_are_recorded(recorded):
    today = ProcedureVersion.objects.published().on(clock.today())

    assert set(today.values_list("procedure__code", flat=True)) == RECORDED_CODES
    assert len(RECORDED_CODES) == 43


LIMITS = {
    "1.001193": (None, "same_day"),
    "2.000635": (None, "same_day"),
    "2.000908": (1, "working_day"),
    "2.001159": (1, "hour"),
    "1.013227": (5, "working_day"),
    "1.012812": (30, "day"),
    "3.000346": (7, "day"),
    "1.004194": (3, ""),
    "2.001035": (None, ""),
}


def test_limits_keep_value_and_unit_as_recorded(recorded):
    channels = {code: channel_of(code) for code in LIMITS}

    assert {code: (c.limit_value, c.limit_unit) for code, c in channels.items()} == LIMITS


def test_a_wrong_amount_stays_as_words_beside_its_remark(recorded):
    channel = channel_of("2.001610", Channel.Kind.ONLINE)

    assert channel.fee_amount is None
    version = channel.version
    assert any("100 VNĐ" in said for said in [channel.fee_text, *version.source["remarks"]])


def test_a_thin_record_invents_nothing(recorded):
    version = ProcedureVersion.objects.get(procedure__code="1.004194")

    assert version.steps == version.audiences == version.conditions == []
    assert version.decision_number == version.authority == version.online_level == ""
    assert version.how_many_sets is None
    assert len(version.missing_parts()) >= 10


def test_loading_twice_changes_nothing(records, recorded, machine):
    assert loading.load(records, by=machine) == {"unchanged": 43}
    assert ProcedureVersion.objects.count() == 43


def test_unchanged_records_cost_few_queries(
    records, recorded, machine, django_assert_max_num_queries
):
    with django_assert_max_num_queries(20):
        loading.load(records, by=machine)


def test_a_changed_record_makes_a_new_version(records, recorded, machine):
    tomorrow_it_says = [
        record | {"decision_number": "1/QĐ"} if record["code"] == "1.004194" else record
        for record in records
    ]

    outcome = loading.load(tomorrow_it_says, by=machine)

    assert outcome == {"unchanged": 42, "changed": 1}
    versions = ProcedureVersion.objects.filter(procedure__code="1.004194").order_by("number")
    assert [v.holds_on(clock.today()) for v in versions] == [False, True]


def test_a_loaded_procedure_is_found(recorded):
    assert search.find("dang ky khai sinh", "procedure")[0].key == "1.001193"


def test_the_police_decide_nothing_through_this_portal(recorded):
    assert not Assignment.objects.filter(procedure__code="1.004222").exists()


def test_the_command_says_what_it_did(db, capsys):
    call_command("load_recorded_procedures")

    assert "43 procedures: 43 added, 0 changed, 0 unchanged." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"levels": []}, "1.004194.json: levels:"),
        ({"code": "1.4194"}, "1.004194.json: code:"),
        ({"code": "1.004195"}, "mã trong tệp là 1.004195"),
        ({"invented": True}, "1.004194.json: toàn tệp:"),
        ({"online_level": "partial"}, "partial_reason"),
        ({"channels": [{"limit_unit": "week"}]}, "channels/0/limit_unit"),
    ],
)
def test_a_record_that_does_not_fit_is_refused_with_a_sentence(thin, told, sentence):
    with pytest.raises(RecordRefused) as refusal:
        checking.read_all(thin(**told))

    assert sentence in str(refusal.value)


def test_a_file_that_is_no_json_is_refused_with_a_sentence(tmp_path, db):
    (tmp_path / "1.000001.json").write_bytes(b"\xff{")

    with pytest.raises(CommandError, match=r"1\.000001\.json: không đọc được"):
        call_command("load_recorded_procedures", str(tmp_path))


def test_records_are_composed_text(records):
    assert json.dumps(records) == json.dumps(json.loads(json.dumps(records)))
    for path in recording.FOLDER.glob("*.json"):
        assert "\u0300" not in path.read_text(encoding="utf-8"), path.name
