"""The demo's one planned merger: phường Hà Tu and phường Hà Lầm, in rehearsal.

Everything in it is **invented**. Sở Nội vụ plans: ``chuyenvien.sonoivu`` entered the plan
(merger.yaml) and settled what could be settled; the rest is to be tried at ``/can-bo/sap-xep/``.
"""

from datetime import date, timedelta
from pathlib import Path
from string import Template

from django.db import transaction

from motcua.demo.apparatus import TWO_TIERS
from motcua.organizations.acting import Acting
from motcua.organizations.models import Appointment, Post
from motcua.periods.clock import today
from motcua.periods.models import since
from motcua.reorganization import actions, lines, rehearsal
from motcua.reorganization.models import Plan, PlanningPost

FILE = Path(__file__).with_name("merger.yaml")
NUMBER = "45/NQ-HĐND (minh họa)"
PLANNERS = ("chuyenvien.sonoivu", "lanhdao.sonoivu")
"""Who may plan; the first entered the plan."""
DECIDED = timedelta(days=10)
AHEAD = timedelta(days=62)
"""From the first of this month into the month of the merger."""

OWNERS = {
    "heads": "lanhdao.sonoivu",
    "persons-without-post": "lanhdao.sonoivu",
    "headcount": "chuyenvien.sonoivu",
    "signatures": "chuyenvien.vanphong",
    "api-clients": "chuyenvien.sokhoahocvacongnghe",
    "dossiers": "giamdoc.quangninh",
    "questions": "chuyenvien.vanphong",
}
"""Who sees to which line of the rehearsal, and settles it."""
SETTLED = {
    "dossiers": "Hai trung tâm đã đối chiếu danh sách; hồ sơ tự chuyển, giữ mã và hạn trả.",
    "api-clients": "Đã báo đơn vị vận hành trục liên thông mã mới H49.110.",
}


@transaction.atomic
def seed() -> None:
    """Enter it once; officers and dossiers are seeded before."""
    planners = [_acting(login) for login in PLANNERS]
    for planner in planners:
        _let_plan(planner.post)
    if not Plan.objects.filter(number=NUMBER).exists():
        _enter(planners[0])


def _let_plan(post: Post | None) -> None:
    days = since(TWO_TIERS)
    PlanningPost.objects.get_or_create(post=post, defaults={"valid_during": days})


def _enter(planner: Acting) -> None:
    plan = actions.enter(written(today()).encode(), by=planner, name=FILE.name)
    for key, login in OWNERS.items():
        rehearsal.assign(plan, _line(key), owner=_acting(login).post, by=planner)
    for key, note in SETTLED.items():
        line = _line(key)
        owner = _acting(OWNERS[key])
        rehearsal.tick(plan, line, seen=line.count(plan) or 0, note=note, by=owner)


def written(day: date) -> str:
    """The file, decided some days before ``day`` for the first day of a month after it."""
    merged = (day.replace(day=1) + AHEAD).replace(day=1)
    days = {"decided_on": f"{day - DECIDED:%d/%m/%Y}", "day": f"{merged:%d/%m/%Y}"}
    return Template(FILE.read_text()).substitute(days)


def _line(key: str) -> lines.Line:
    found = lines.known(key)
    assert found, key  # noqa: S101 - the keys above are of lines that are registered
    return found


def _acting(login: str) -> Acting:
    held = Appointment.objects.on(today()).filter(person__username=login)
    appointment = held.select_related("person", "post").order_by("pk")[0]
    return Acting(appointment.person, appointment.post)
