"""Which form has a version beside what its record says, and how does it travel with the record?

A record tells a form only where it is another than the one that the procedure comes with
(``forms_data``); one that tells none leaves the form as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from motcua.catalog.forms_data import form_of

if TYPE_CHECKING:
    from motcua.catalog.models import ProcedureVersion

Record = dict[str, Any]
TOLD = ("form", "form_layout", "supplement_policy")
"""What of a version stands beside the content of its record."""
USUAL = "restart"


def of(version: ProcedureVersion) -> Record:
    """Form, layout and what a supplement does to the clock, where these are not the usual."""
    told: Record = {}
    if version.form and (version.form, version.form_layout) != form_of(version.procedure.code):
        told |= {"form": version.form, "form_layout": version.form_layout}
    if version.supplement_policy != USUAL:
        told["supplement_policy"] = version.supplement_policy
    return told


def give(version: ProcedureVersion, record: Record, before: Record) -> None:
    """Let a version have what its record tells; else what the one before it has."""
    for name in TOLD:
        value = record.get(name) or before.get(name)
        if value is not None:
            setattr(version, name, value)


def adds_nothing(record: Record, there: Record) -> bool:
    """Whether what a record tells of it is there already."""
    return all(there.get(name) == record[name] for name in TOLD if name in record)
