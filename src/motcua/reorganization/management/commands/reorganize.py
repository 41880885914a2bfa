"""``manage.py reorganize plan.yaml --rehearse | --schedule | --carry-out | --undo``"""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils.translation import gettext as _

from motcua.organizations.acting import Acting
from motcua.reorganization import actions, carrying_out, exceptions, lines, undoing
from motcua.reorganization.files import reading
from motcua.reorganization.models import Plan

STEPS = ("rehearse", "schedule", "carry_out", "undo")


def _in_words(refusal: exceptions.MoveRefused, plan: Plan | None) -> str:
    """Why not, for whoever sits at a terminal and has no page to load again."""
    if isinstance(refusal, exceptions.ReasonMissing):
        return _('Hãy ghi lý do sau lệnh: --reason "…".')
    if isinstance(refusal, exceptions.TooLate) and plan is not None:
        plan.refresh_from_db()
        said = {"number": plan.number, "state": plan.get_state_display()}
        told = _(
            "Phương án %(number)s đang ở tình trạng “%(state)s” nên không làm được bước này; "
            "lệnh không thay đổi gì."
        )
        return told % said
    return str(refusal)


class Command(BaseCommand):
    """Ends with 0 where it was done and with 1 where it was refused; the last line is JSON."""

    help = "Enter, rehearse, settle, carry out or undo a plan of reorganization."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the plan as YAML, or as CSV by its ending")
        step = parser.add_mutually_exclusive_group(required=True)
        for name in STEPS:
            option = f"--{name.replace('_', '-')}"
            step.add_argument(option, dest="step", action="store_const", const=name)
        parser.add_argument("--reason", default="", help="why it is undone")

    def handle(self, *args: Any, **options: Any) -> None:
        plan = None
        try:
            plan = self._plan(options["file"], may_enter=options["step"] != "undo")
            told = getattr(self, f"_{options['step']}")(plan, options)
        except exceptions.MoveRefused as refusal:
            raise CommandError(_in_words(refusal, plan)) from refusal
        said = {"plan": plan.number, "day": f"{plan.day}", **told}
        self.stdout.write(json.dumps(said, ensure_ascii=False))

    def _plan(self, file: Path, *, may_enter: bool) -> Plan:
        """The live plan with the heading of the file, or a new one; undoing enters nothing."""
        content = file.read_bytes()
        said = reading.read(content, file.name).heading
        same = {"number": said.number, "decided_on": said.decided_on, "day": said.day}
        if known := Plan.objects.live().filter(**same).first():
            return known
        if not may_enter:
            raise CommandError(f"There is no plan {said.number} of {said.day} to undo.")
        return actions.enter(content, by=Acting.machine(), name=file.name)

    def _rehearse(self, plan: Plan, _options: dict[str, Any]) -> dict[str, Any]:
        found = lines.counted(plan)
        for each in found:
            mark = "!" if each.blocks else " "
            self.stdout.write(
                f"{mark} {each.count if each.count is not None else '?':>8}  {each.line.label}"
            )
        return {"lines": {each.line.key: each.count for each in found}}

    def _schedule(self, plan: Plan, _options: dict[str, Any]) -> dict[str, Any]:
        actions.schedule(plan, by=Acting.machine())
        return {"state": plan.state}

    def _carry_out(self, plan: Plan, _options: dict[str, Any]) -> dict[str, Any]:
        if plan.is_draft:
            actions.schedule(plan, by=Acting.machine())
        event = carrying_out.carry_out(plan, by=Acting.machine(), progress=self._progress)
        return {"state": event.state, "moved": event.payload["moved"]}

    def _undo(self, plan: Plan, options: dict[str, Any]) -> dict[str, Any]:
        event = undoing.undo(plan, by=Acting.machine(), reason=options["reason"])
        return {"state": event.state, "moved": event.payload["moved"]}

    def _progress(self, what: str, count: int) -> None:
        self.stderr.write(f"{what}: {count}")
