"""What changed between two versions, part by part, in words that people read."""

import copy
from datetime import date

import pytest
from django.urls import reverse

from motcua.catalog import differences, facts
from motcua.catalog.differences import Kind
from motcua.catalog.forms_data import form_of
from motcua.catalog.models import Channel, ProcedureVersion

ADDED, REMOVED, CHANGED = Kind.ADDED, Kind.REMOVED, Kind.CHANGED


@pytest.fixture
def two(make_draft, machine):
    first = make_draft(steps=["Nộp hồ sơ tại quầy.", "Chờ.", "Nhận kết quả."])
    first.publish(by=machine)
    second = make_draft(
        number=2,
        first=date(2026, 9, 1),
        name="Thủ tục đăng ký khai sinh",
        steps=["Nộp hồ sơ tại quầy hoặc qua mạng.", "Nhận kết quả."],
    )
    Channel.objects.create(version=second, position=1, kind=Channel.Kind.POST, fee_text="Miễn phí")
    second.publish(by=machine)
    found = ProcedureVersion.objects.with_parts().order_by("number")
    return list(found)


def changes(difference):
    return {part.name: [one.kind for one in part.changes] for part in difference.parts}


def test_it_says_which_lines_came_went_and_changed(two):
    told = changes(differences.between(*two))

    assert told["Tên thủ tục"] == [CHANGED]
    assert told["Trình tự thực hiện"] == [CHANGED, REMOVED]
    assert told["Cách nộp, thời hạn, lệ phí"] == [ADDED]
    assert "Thành phần hồ sơ" not in told


def test_a_changed_line_shows_its_words(two):
    part = next(p for p in differences.between(*two).parts if p.name == "Trình tự thực hiện")

    spans = part.changes[0].spans

    assert "".join(s.words for s in spans if s.kind != ADDED) == "Nộp hồ sơ tại quầy."
    assert "".join(s.words for s in spans if s.kind != REMOVED) == (
        "Nộp hồ sơ tại quầy hoặc qua mạng."
    )


def test_nothing_differs_from_itself(two):
    told = differences.between(two[0], two[0])

    assert told.parts == []
    assert "Tên thủ tục" in told.unchanged


def test_everything_is_new_where_nothing_was(two):
    told = differences.between(None, two[0])

    assert {kind for kinds in changes(told).values() for kind in kinds} == {ADDED}


def test_anybody_reads_what_changed(client, two, django_assert_max_num_queries):
    version = reverse("catalog:version", args=["1.001193", 2])
    address = reverse("catalog:difference", args=["1.001193", 2, 1])
    assert address in client.get(version).content.decode()

    with django_assert_max_num_queries(20):
        page = client.get(address).content.decode()

    assert "<ins>" in page
    assert "<del>" in page
    assert "bỏ:" in page


def test_versions_are_compared_from_the_earlier_to_the_later(client, two, make_draft):
    make_draft(number=3)

    for number, earlier in ((1, 2), (2, 2), (3, 2), (2, 9)):
        address = reverse("catalog:difference", args=["1.001193", number, earlier])
        assert client.get(address).status_code == 404


def test_the_amount_that_is_reckoned_with_stands_in_the_difference(make_draft, machine):
    first = make_draft(number=1)
    first.publish(by=machine)
    second = make_draft(number=2)
    Channel.objects.filter(version=second).update(fee_amount=8_000, fee_text="Theo nghị quyết")
    both = {one.number: one for one in ProcedureVersion.objects.with_parts()}

    told = differences.between(both[1], both[2])

    assert "số tiền: 8.000 đồng" in str(told.parts)
    assert facts.amounts_in_doubt(both[2]) == ["Trực tuyến: 8.000 đồng"]
    Channel.objects.filter(version=second).update(fee_text="8.000 đồng/bản")
    told_apart = ProcedureVersion.objects.with_parts().get(number=2)
    assert facts.amounts_in_doubt(told_apart) == []


def test_a_question_that_a_form_asks_anew_stands_in_the_difference(make_draft):
    form, layout = form_of("1.001193")
    child = form["properties"]["child"]
    asked = {"type": "string", "title": "Nhóm máu", "description": "Nếu đã biết"}
    more = child | {"properties": child["properties"] | {"blood": asked}}
    pages = copy.deepcopy(layout)
    page = next(each for each in pages["pages"] if "child.full_name" in str(each))
    page["sections"][0]["fields"].append("child.blood")
    make_draft()
    make_draft(
        number=2,
        form={**form, "properties": form["properties"] | {"child": more}},
        form_layout=pages,
    )

    told = differences.between(*ProcedureVersion.objects.with_parts().order_by("number"))

    [part] = [each for each in told.parts if each.name == "Biểu mẫu điện tử"]
    assert [change.kind for change in part.changes] == [ADDED]
    assert part.changes[0].spans[0].words.endswith(": Nhóm máu; Nếu đã biết")


def test_what_no_question_says_of_a_form_is_told_in_one_sentence(make_draft):
    form, _layout = form_of("1.001193")
    make_draft()
    make_draft(number=2, form={**form, "x-anything": 1})

    told = differences.between(*ProcedureVersion.objects.with_parts().order_by("number"))

    [part] = [each for each in told.parts if each.name == "Biểu mẫu điện tử"]
    assert "Câu hỏi giữ nguyên" in part.changes[0].spans[0].words


@pytest.mark.parametrize("one", ["2353/QĐ-BTC", "1.001193", "20/11/2014", "8.000"])
def test_a_number_changes_as_one_word(one):
    assert differences.WORDS.findall(f"theo {one}.") == ["theo", " ", one, "."]
