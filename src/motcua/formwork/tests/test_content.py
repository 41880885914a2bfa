"""The content of a draft: read, changed and written back; what is not asked stays."""

import pytest
from django.urls import reverse

from motcua.catalog.models import ProcedureVersion
from motcua.catalog.recording import recalling
from motcua.formwork.content_blocks import LISTS
from motcua.formwork.content_forms import LINES, ContentForm, _items
from motcua.formwork.http import draft_of

from .test_builder import in_blocks, sent


def at(version):
    return reverse("formwork_content", args=[version.procedure.code, version.number])


def record(version):
    return recalling.record_of(ProcedureVersion.objects.with_parts().get(pk=version.pk))


def typed(version, **told):
    """What the browser sends for the draft as it is, but for ``told``."""
    form = ContentForm(version=draft_of(version.procedure.code, version.number))
    there = {name: form.initial.get(name, "") for name in form.fields if name not in LISTS}
    there |= {name: told.pop(name) for name in [*told] if name not in LISTS}
    for name, block in LISTS.items():
        rows = [
            _whole(block.child_blocks["item"], row)
            for row in told.get(name, form.before.get(name, []))
        ]
        there |= dict(sent(name, block, _items(rows)))
    return there


def _whole(block, row):
    told = {name: row.get(name, "") for name in block.child_blocks}
    if "components" in told:
        papers = block.child_blocks["components"].child_blocks["item"]
        told["components"] = [_whole(papers, each) for each in row["components"]]
    return told


def test_saving_as_it_is_changes_nothing(writing, begun):
    before = record(begun)

    answer = writing.post(at(begun), typed(begun))

    assert answer.status_code == 302, answer.content.decode()[-2000:]
    assert record(begun) == before
    assert [event.verb for event in begun.events.all()] == ["begin"]


def test_what_was_changed_is_written_and_remembered(writing, begun):
    paper = {"name": "Tờ khai mới", "kind": "show", "copies": 2}
    told = {
        "name": "Đăng ký khai sinh (mới)",
        "steps": "Bước một.\n\nBước hai.",
        "cases": [{"name": "Trẻ bị bỏ rơi", "components": [paper]}],
        "channels": [
            {
                "kind": "direct",
                "limit_value": 3,
                "limit_unit": "working_day",
                "fee_text": "8.000 đồng",
            }
        ],
        "legal_basis": [{"number": "60/2014/QH13", "issued_on": "20/11/2014"}],
    }

    answer = writing.post(at(begun), typed(begun, **told))

    assert answer.status_code == 302, answer.content.decode()[-2000:]
    now = record(begun)
    assert (now["name"], now["steps"]) == (told["name"], ["Bước một.", "Bước hai."])
    assert now["cases"] == [{"name": "Trẻ bị bỏ rơi", "components": [paper]}]
    assert now["channels"] == told["channels"]
    assert now["legal_basis"] == [{"number": "60/2014/QH13", "issued_on": "2014-11-20"}]
    last = begun.events.latest("pk")
    assert (last.verb, "Thành phần hồ sơ" in last.reason) == ("write", True)


def test_what_is_not_right_gets_its_sentence_and_stays(writing, begun):
    told = typed(
        begun, name="Tên mới", online_level="partial", levels=[], effective_from="32/1/2026"
    )

    shown = writing.post(at(begun), told).content.decode()

    assert "Tên mới" in shown
    assert "phải ghi lý do" in shown
    assert record(begun)["name"] != "Tên mới"


def test_the_second_of_two_is_told(writing, begun, people):
    seen = typed(begun, name="Của người đến sau")
    form = ContentForm(
        _as_post(typed(begun, name="Của người đến trước")), version=draft_of("1.001193", 2)
    )
    assert form.is_valid(), form.errors
    form.write(by=people.other)

    late = writing.post(at(begun), seen)

    assert late.status_code == 409
    assert people.other.person.full_name in late.content.decode()
    assert "Của người đến sau" in late.content.decode()
    assert record(begun)["name"] == "Của người đến trước"


def _as_post(told):
    from django.http import QueryDict

    post = QueryDict(mutable=True)
    for key, value in told.items():
        post.setlist(key, value if isinstance(value, list) else [value])
    return post


def test_what_is_published_is_not_changed(writing, published):
    assert writing.get(at(published)).status_code == 404


def test_the_page_shows_every_part(writing, begun):
    shown = writing.get(at(begun)).content.decode()

    assert in_blocks("Giấy chứng sinh") in shown
    assert all(f'name="{name}"' in shown for name in LINES)


def test_related_codes_that_lead_nowhere_are_named_beside_their_field(writing, begun):
    told = typed(begun, related="1.001193\n9.999999 – Không có")

    shown = writing.post(at(begun), told).content.decode()

    assert "Cổng không có thủ tục nào mang mã 9.999999" in shown
    assert "1.001193" not in shown.partition("mang mã")[2].partition(".\n")[0][:40]
    assert "related" not in record(begun)


def test_related_codes_that_the_source_named_may_stay(writing, begun):
    ProcedureVersion.objects.filter(pk=begun.pk).update(related=["9.999999"])

    answer = writing.post(at(begun), typed(begun, name="Tên mới"))

    assert answer.status_code == 302, answer.content.decode()[-2000:]


WRONG = (
    ("channels", {"kind": "direct", "limit_value": 0}, "Thời hạn là số từ 1 đến 3650"),
    ("channels", {"kind": "direct", "limit_value": "năm"}, "Thời hạn là số từ 1 đến 3650"),
    ("channels", {"kind": "direct", "fee_amount": -8000}, "Số tiền viết bằng chữ số"),
    ("legal_basis", {"number": "1/QĐ", "issued_on": "31/02/2026"}, "Hãy viết như 27/11/2026"),
)


@pytest.mark.parametrize(("part", "row", "said"), WRONG)
def test_what_is_wrong_in_a_list_says_what_to_write(writing, begun, part, row, said):
    shown = writing.post(at(begun), typed(begun, **{part: [row]})).content.decode()

    assert in_blocks(said) in shown or said in shown


def test_choices_speak_vietnamese(writing, begun):
    assert "Select an option" not in writing.get(at(begun)).content.decode()
