"""A form that the engine cannot carry is refused when it is entered, in sentences."""

import copy

import pytest

from motcua.catalog import exceptions, forms, forms_data
from motcua.catalog.forms_data import form_of

SMALL = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "title": "Tên"},
        "price": {"type": "integer", "title": "Giá"},
        "items": {
            "type": "array",
            "title": "Mục",
            "maxItems": 3,
            "items": {
                "type": "object",
                "properties": {"cost": {"type": "integer", "title": "Tiền"}},
            },
        },
    },
    "additionalProperties": False,
}
PAGES = {
    "pages": [
        {"key": "mot", "title": "Một", "sections": [{"fields": ["name", "price", "items.*.cost"]}]}
    ]
}


def told(changes=None, layout=None, **properties):
    form = copy.deepcopy(SMALL) | (changes or {})
    form["properties"] |= properties
    fields = [*PAGES["pages"][0]["sections"][0]["fields"], *properties]
    shown = {"pages": [{**PAGES["pages"][0], "sections": [{"fields": fields}]}]}
    return "\n".join(forms.faults(form, layout or shown))


def test_what_is_whole_has_no_faults():
    assert told() == ""
    assert forms.faults(None, None) == []


@pytest.mark.parametrize(
    "code", sorted(p.stem for p in forms_data.FOLDER.glob("*.json") if p.stem != "common")
)
def test_every_form_of_the_portal_is_sound(code):
    assert forms.faults(*form_of(code)) == []


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ({"type": "string"}, "thiếu nhãn"),
        ({"title": "A"}, "thiếu type"),
        ({"title": "A", "type": ["string", "null"]}, "thiếu type"),
        ({"title": "A", "type": "string", "$ref": "#"}, "“$ref” phải được thay"),
        ({"title": "A", "type": "string", "x-run": "1"}, "không hiểu từ khóa “x-run”"),
        ({"title": "A", "type": "string", "format": "ipv4"}, "không có dạng “ipv4”"),
        ({"title": "A", "type": "string", "format": []}, "không có dạng “[]”"),
        ({"title": "A", "type": "string", "pattern": "(?=a)b"}, "JSON Schema 2020-12"),
        ({"title": "A", "type": "string", "minLength": -1}, "JSON Schema 2020-12"),
        ({"title": "A", "type": "string", "oneOf": []}, "mỗi lựa chọn"),
        ({"title": "A", "type": "string", "x-lines": 0}, "từ 1 đến 20"),
        ({"title": "A", "type": "boolean", "const": False}, "ô đánh dấu"),
        ({"type": "object", "properties": {}}, "chưa có câu hỏi"),
        ({"title": "A", "type": "array", "items": {"type": "string"}}, "nhóm lặp cần maxItems"),
        ({"title": "A", "type": "integer", "x-sum-of": "nowhere"}, "không lấy được “nowhere”"),
        ({"title": "A", "type": "integer", "x-sum-of": "name"}, "không lấy được “name”"),
        ({"title": "A", "type": "integer", "x-sum-of": []}, "phải là tên câu hỏi"),
        ({"title": "A", "type": "string", "x-words-of": "name"}, "không lấy được"),
        ({"title": "A", "type": "integer", "x-sum-of": "extra"}, "vòng tròn"),
        ({"title": "A", "type": "number", "x-percent-of": ["price"]}, "ngần ấy"),
        ({"title": "A", "type": "integer", "x-count-of": "price"}, "không lấy được"),
        ({"title": "A", "type": "integer", "x-sum-of": "items.0.cost"}, "không lấy được"),
        ({"title": "A", "type": "string", "x-signs": "nowhere"}, "không có câu hỏi ấy"),
        ({"title": "A", "type": "string", "x-consistent-with": {"x": "name"}}, "birth_date và sex"),
    ],
)
def test_a_question_that_cannot_be_asked_is_named(question, sentence):
    found = told(extra=question)

    assert sentence in found
    assert "extra" in found or "Chuẩn" in found or "chuẩn" in found


@pytest.mark.parametrize("name", ["Tên", "a__b", "a_", "1a", "a.b", "", "a" * 61])
def test_a_name_that_could_not_be_an_address_in_the_page_is_refused(name):
    assert "tên câu hỏi" in told(**{name: {"type": "string", "title": "A"}})


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"type": "array"}, "type là object"),
        ({"$defs": {}}, "“$defs”"),
        ({"required": ["nowhere"]}, "nhắc đến “nowhere”"),
        ({"additionalProperties": True}, "chỉ có thể là false"),
        ({"allOf": [{"not": {}}]}, "allOf chỉ gồm"),
        ({"if": {"properties": {"x": {}}}}, "điều kiện nhắc đến “x”"),
        ({"if": {"properties": {"name": {"not": {}}}}}, "không hiểu điều kiện về “name”"),
        ({"dependentRequired": {"name": ["x"]}}, "nhắc đến “x”"),
    ],
)
def test_rules_name_only_what_is_asked(changes, sentence):
    assert sentence in told(changes)


@pytest.mark.parametrize(
    ("layout", "sentence"),
    [
        (None, "Bố cục phải là"),
        ({}, "Bố cục phải là"),
        ({"pages": []}, "Bố cục phải là"),
        (
            {"pages": [{"key": "a", "title": "A", "sections": [{"fields": ["name"]}]}]},
            "chưa hỏi “price”",
        ),
    ],
)
def test_a_layout_asks_every_question(layout, sentence):
    assert sentence in "\n".join(forms.faults(SMALL, layout))


def layout_of(*fields, key="mot", **more):
    section = {"fields": list(fields), **more}
    return {"pages": [{"key": key, "title": "Một", "sections": [section]}]}


@pytest.mark.parametrize(
    ("layout", "sentence"),
    [
        (layout_of("name", "price", "items.*.cost", "x"), "hỏi “x”, nhưng"),
        (layout_of("name", "price", "items.0.cost"), "hỏi “items.0.cost”, nhưng"),
        (layout_of("name", "name", "price", "items.*.cost"), "hỏi “name” nhiều lần"),
        (layout_of("name", "price", "items.*.cost", key="Một"), "key chỉ gồm"),
        (layout_of("name", "price", "items.*.cost", when={"not": {}}), "điều kiện chỉ gồm"),
        (layout_of("name", "price", "items.*.cost") | {"paper": {"title": 3}}, "Phần paper"),
    ],
)
def test_a_layout_that_cannot_be_shown_is_named(layout, sentence):
    assert sentence in "\n".join(forms.faults(SMALL, layout))


def test_a_group_in_a_group_is_refused():
    inner = copy.deepcopy(SMALL["properties"]["items"])
    group = copy.deepcopy(inner)
    group["items"]["properties"]["inner"] = inner

    assert "không được nằm trong nhóm lặp khác" in told(extra=group)


def test_a_page_that_could_never_be_sent_is_refused():
    wide = {f"q{n}": {"type": "string", "title": f"Câu {n}"} for n in range(10)}
    group = {
        "type": "array",
        "title": "Rộng",
        "maxItems": 100,
        "items": {"type": "object", "properties": wide},
    }

    assert "quá 900 ô" in told(extra=group)


def deep(levels):
    found = {"type": "string", "title": "A"}
    for _level in range(levels):
        found = {"type": "object", "properties": {"a": found}}
    return found


@pytest.mark.parametrize("levels", [9, 100, 5000])
def test_what_is_too_deep_is_refused_without_falling_over(levels):
    assert "lồng quá" in "\n".join(forms.faults(deep(levels), PAGES))


def test_what_is_too_large_is_refused():
    many = {f"q{n}": {"type": "string", "title": "x" * 900} for n in range(700)}

    assert "quá lớn" in "\n".join(forms.faults({"type": "object", "properties": many}, PAGES))


@pytest.mark.parametrize(
    ("schema", "sentence"),
    [
        ({"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/a"}}}, "tham chiếu vòng"),
        ({"x": {"$ref": "#/$defs/a"}, "$defs": {"a": {"b": {"$ref": "#/$defs/a"}}}}, "vòng"),
        ({"$ref": "#"}, "Không có phần tham chiếu"),
        ({"$ref": "https://example.org/x.json"}, "Không có phần tham chiếu"),
        ({"$ref": 3}, "Không có phần tham chiếu"),
    ],
)
def test_references_that_lead_back_or_nowhere_are_refused(schema, sentence):
    with pytest.raises(exceptions.FormUnusable, match=sentence.replace("(", r"\(")):
        forms.inlined(schema)


def test_a_few_references_cannot_grow_into_millions():
    doubled = {f"d{n}": [{"$ref": f"#/$defs/d{n + 1}"}] * 2 for n in range(30)}
    schema = {"$ref": "#/$defs/d0", "$defs": doubled | {"d30": {}}}

    with pytest.raises(exceptions.FormUnusable, match="quá lớn"):
        forms.inlined(schema)


def test_what_stands_beside_a_reference_wins():
    schema = {
        "a": {"$ref": "#/$defs/n", "title": "B"},
        "$defs": {"n": {"title": "A", "type": "string"}},
    }

    assert forms.inlined(schema) == {"a": {"title": "B", "type": "string"}}


def test_a_form_with_faults_is_not_published(make_draft, machine):
    unusable = make_draft(form={"$ref": "#"})

    with pytest.raises(exceptions.FormUnusable, match=r"\$ref|object"):
        unusable.publish(by=machine)

    unusable.refresh_from_db()
    assert not unusable.is_published


@pytest.mark.parametrize(
    "rules",
    [
        {"x-suggest": "Việt Nam"},
        {"x-suggest": [{"value": 5}]},
        {"x-suggest": [{"of": "nobody"}]},
        {"x-suggest": [{"of": "price"}]},
        {"x-suggest": [{"of": "items.*.cost"}]},
        {"x-suggest": [{"fact": "salary"}]},
        {"x-suggest": [{"value": "a", "of": "name"}]},
        {"x-suggest": [{"value": "a", "when": {"required": ["nobody"]}}]},
        {"x-suggest": [["value"]]},
        {"x-doubts": [{"equals": "name"}]},
        {"x-doubts": [{"equals": "nobody", "say": "Trùng."}]},
        {"x-doubts": [{"sex_is_not": "both", "say": "Lạ."}]},
        {"x-doubts": [{"days_ago_over": True, "say": "Lâu."}]},
        {"x-doubts": [{"say": "Chỉ nói."}]},
        {"x-doubts": [{"equals": "name", "say": "dài" * 500}]},
    ],
)
def test_a_proposal_or_a_doubt_that_could_never_be_shown_is_refused(rules):
    assert "two: " in told(two={"type": "string", "title": "Hai"} | rules)


def test_a_sound_proposal_and_a_sound_doubt_pass():
    rules = {
        "x-suggest": [{"of": "name", "when": {"required": ["price"]}}, {"value": "Việt Nam"}],
        "x-doubts": [{"equals": "name", "say": "Trùng với tên."}],
    }
    assert told(two={"type": "string", "title": "Hai"} | rules) == ""
