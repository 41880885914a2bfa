"""Another version of a draft's procedure, in force from today or in place of what ended."""

from copy import deepcopy

from motcua.catalog import endings
from motcua.catalog.models import Case, Channel, Component, ProcedureVersion
from motcua.dossiers.tests.factories import PersonFactory, VersionFactory
from motcua.organizations.acting import Acting
from motcua.periods.clock import today
from motcua.periods.models import since

FORM = {
    "type": "object",
    "properties": {
        "full_name": {"type": "string", "title": "Họ và tên"},
        "birth_date": {"type": "string", "format": "date", "title": "Ngày sinh"},
        "way": {
            "type": "string",
            "title": "Cách nhận",
            "oneOf": [{"const": "a", "title": "Tại quầy"}, {"const": "b", "title": "Qua bưu điện"}],
        },
        "reason": {"type": "string", "title": "Lý do"},
        "children": {
            "type": "array",
            "title": "Các con",
            "x-entry": "Con",
            "maxItems": 5,
            "items": {
                "type": "object",
                "properties": {
                    "name": {"type": "string", "title": "Tên con"},
                    "school": {"type": "string", "title": "Trường"},
                },
            },
        },
    },
    "required": ["full_name"],
}
LAYOUT = {
    "pages": [
        {
            "key": "nguoi",
            "title": "Người đề nghị",
            "sections": [{"fields": ["full_name", "birth_date", "way"]}],
        },
        {
            "key": "them",
            "title": "Nội dung thêm",
            "sections": [{"fields": ["reason", "children"]}],
        },
    ]
}
ANSWERS = {
    "full_name": "Trần Thị Mẫu",
    "birth_date": "31/02/1990",
    "way": "b",
    "reason": "Mất bản cũ",
    "children": [{"name": "An", "school": "Hạ Long"}, {}],
}


def asked(**changes):
    """The form with questions changed; None takes one out."""
    form, layout = deepcopy(FORM), deepcopy(LAYOUT)
    for name, found in changes.items():
        if found is None:
            form["properties"].pop(name)
            for page in layout["pages"]:
                fields = page["sections"][0]["fields"]
                page["sections"][0]["fields"] = [one for one in fields if one != name]
        else:
            form["properties"][name] = {**form["properties"].get(name, {}), **found}
    layout["pages"] = [page for page in layout["pages"] if page["sections"][0]["fields"]]
    return form, layout


def first_version(**more):
    return VersionFactory(form=FORM, form_layout=LAYOUT, **more)


def next_version(
    version, form=None, layout=None, papers=("Tờ khai", "Giấy chứng sinh"), kind=2, cases=None
):
    """In force from today; what is not said is as it was; ``cases``: their papers by name."""
    made = ProcedureVersion.objects.create(
        procedure=version.procedure,
        number=version.number + 1,
        name=version.name,
        name_sort_key="x",
        levels=["commune"],
        valid_during=since(today()),
        decision_number="99/QĐ-UBND",
        form=form or version.form,
        form_layout=layout or version.form_layout,
    )
    Channel.objects.create(version=made, position=1, kind=kind, fee_text="8.000")
    for number, (called, named) in enumerate((cases or {"": papers}).items(), 1):
        case = Case.objects.create(version=made, position=number, name=called)
        for position, name in enumerate(named, 1):
            Component.objects.create(case=case, position=position, name=name)
    made.publish(by=Acting.citizen(PersonFactory()))
    version.refresh_from_db()
    return made


def ends(version, *successors):
    said = endings.Said(today(), "77/QĐ-UBND", [one.procedure for one in successors])
    endings.enter(version.procedure, said, by=Acting.machine())
    version.refresh_from_db()
