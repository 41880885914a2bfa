"""The demo's citizens: invented people whom the stand-in for the identity provider knows.

Their personal numbers begin with 099, a province that does not exist, so that none can be a
living person's.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction

from motcua.accounts.models import Person

PROVIDER = "openid_connect"


@dataclass(frozen=True)
class DemoCitizen:
    """What the identity provider says of somebody; ``officer``: their login name as one."""

    subject: str
    full_name: str
    personal_number: str
    birth_date: date
    sex: str
    phone: str
    email: str
    officer: str = ""

    @property
    def claims(self) -> dict[str, Any]:
        """The same under the claim names that the portal is configured to read."""
        names = settings.SOCIALACCOUNT_PROVIDERS[PROVIDER]["APPS"][0]["settings"]["claims"]
        return {
            names["personal_number"]: self.personal_number,
            names["full_name"]: self.full_name,
            names["birth_date"]: self.birth_date.strftime("%d/%m/%Y"),
            names["sex"]: {"male": "Nam", "female": "Nữ"}[self.sex],
            names["level"]: "2",
        }


CITIZENS = (
    DemoCitizen(
        "cd-01",
        "Vũ Đức Thịnh",
        "099092000011",
        date(1992, 3, 14),
        "male",
        "0912 000 011",
        "thinh@congdan.example",
    ),
    DemoCitizen(
        "cd-02",
        "Hoàng Thị Nhài",
        "099188000022",
        date(1988, 11, 2),
        "female",
        "0912 000 022",
        "nhai@congdan.example",
    ),
    DemoCitizen(
        "cd-03",
        "Tằng Văn Sáu",
        "099075000033",
        date(1975, 6, 30),
        "male",
        "0912 000 033",
        "sau@congdan.example",
    ),
    DemoCitizen(
        "cd-04",
        "Nguyễn Thị Mai Hương",
        "099190000044",
        date(1990, 1, 9),
        "female",
        "0912 000 044",
        "huong@congdan.example",
        officer="hotich.baichay",
    ),
)
"""The last one is also an officer of phường Bãi Cháy: one human, two doors."""


@transaction.atomic
def seed() -> None:
    """Enter who is missing; doing it again changes nothing. Officers are seeded before."""
    for citizen in CITIZENS:
        if not Person.objects.with_personal_number(citizen.personal_number).exists():
            _enter(citizen)


def _enter(citizen: DemoCitizen) -> None:
    person = Person.objects.filter(username=citizen.officer).first() or Person(is_demo=True)
    person.full_name, person.birth_date = citizen.full_name, citizen.birth_date
    person.sex, person.phone, person.email = citizen.sex, citizen.phone, citizen.email
    person.personal_number = citizen.personal_number
    if not person.password:
        person.set_unusable_password()
    person.save()
