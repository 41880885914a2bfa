"""Who writes in the demo? Three people at the province's media center, three in phường Bãi Cháy.

``phongvien.truyenthong`` writes, ``bientap.truyenthong`` approves, ``xuatban.truyenthong``
publishes; in Bãi Cháy ``vanhoa.baichay`` writes, ``lanhdao.baichay`` approves and
``chutich.baichay`` publishes. A role belongs to the post, and to whoever holds it.
"""

from dataclasses import dataclass

from django.db import transaction

from motcua.accounts.models import Person
from motcua.accounts.names import sort_name
from motcua.demo import apparatus, credentials, people
from motcua.demo.seed_officers import DAYS
from motcua.news.models import EditorialRole, Newsroom
from motcua.news.newsroom.workflow import Role
from motcua.organizations.models import Appointment, Organization, Post

MAIN, WARD = "cong", "phuong-bai-chay"
"""The corners, by their addresses."""


@dataclass(frozen=True)
class Seat:
    """A post with a role in a corner; ``login`` names its holder where it is new."""

    corner: str
    role: Role
    title: str
    login: str = ""


SEATS = (
    Seat(MAIN, Role.PUBLISHER, "Giám đốc", "xuatban.truyenthong"),
    Seat(MAIN, Role.EDITOR, "Trưởng phòng Biên tập", "bientap.truyenthong"),
    Seat(MAIN, Role.REPORTER, "Phóng viên", "phongvien.truyenthong"),
    Seat(WARD, Role.REPORTER, "Công chức văn hóa – xã hội", "vanhoa.baichay"),
    Seat(WARD, Role.EDITOR, "Phó Chủ tịch"),
    Seat(WARD, Role.PUBLISHER, "Chủ tịch"),
)


@transaction.atomic
def seed() -> None:
    """Enter what is missing; doing it again changes nothing. Corners and officers are there."""
    for seat in SEATS:
        newsroom = _newsroom(seat.corner)
        if newsroom is None:
            continue
        owner = newsroom.section.organization or _center()
        post = _post(owner, seat)
        EditorialRole.objects.get_or_create(
            newsroom=newsroom, role=seat.role, post=post, defaults={"valid_during": DAYS}
        )


def _newsroom(corner: str) -> Newsroom | None:
    found = Newsroom.objects.filter(section__slug=corner).select_related("section__organization")
    return found.first()


def _center() -> Organization:
    center: Organization = Organization.objects.get(identifier=apparatus.MEDIA_CENTER)
    return center


def _post(owner: Organization, seat: Seat) -> Post:
    is_head = seat.title == "Giám đốc"
    defaults = {"valid_during": owner.valid_during, "is_head": is_head}
    post, _new = Post.objects.get_or_create(organization=owner, title=seat.title, defaults=defaults)
    if seat.login:
        Appointment.objects.get_or_create(
            post=post, person=_person(seat.login), defaults={"valid_during": post.valid_during}
        )
    return post


def _person(login: str) -> Person:
    name = people.name_of(login)
    facts = {
        "full_name": name,
        "sort_name": sort_name(name),
        "email": f"{login}@motcua.example",
        "is_demo": True,
    }
    person, is_new = Person.objects.get_or_create(username=login, defaults=facts)
    if is_new:
        credentials.give_to([person])
    return person
