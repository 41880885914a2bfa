"""Whom does the demo's identity provider know? Invented people; all begin with 099.

No province has that code, so that none of these numbers can be a living person's.
"""

from dataclasses import dataclass
from datetime import date

from motcua.conf.identity import CLAIMS


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
    level: int = 2

    @property
    def claims(self) -> dict[str, str]:
        """The same under the claim names that the portal is configured to read."""
        return {
            CLAIMS["personal_number"]: self.personal_number,
            CLAIMS["full_name"]: self.full_name,
            CLAIMS["birth_date"]: self.birth_date.strftime("%d/%m/%Y"),
            CLAIMS["sex"]: {"male": "Nam", "female": "Nữ"}[self.sex],
            CLAIMS["level"]: str(self.level),
        }


CITIZENS = (
    DemoCitizen(
        "cd-01",
        "Vũ Đức Thịnh",
        "099092000011",
        date(1992, 3, 14),
        "male",
        "0912000011",
        "thinh@congdan.example",
    ),
    DemoCitizen(
        "cd-02",
        "Hoàng Thị Nhài",
        "099188000022",
        date(1988, 11, 2),
        "female",
        "0912000022",
        "nhai@congdan.example",
    ),
    DemoCitizen(
        "cd-03",
        "Tằng Văn Sáu",
        "099075000033",
        date(1975, 6, 30),
        "male",
        "0912000033",
        "sau@congdan.example",
        level=1,
    ),
    DemoCitizen(
        "cd-04",
        "Nguyễn Thị Mai Hương",
        "099190000044",
        date(1990, 1, 9),
        "female",
        "0912000044",
        "huong@congdan.example",
        officer="hotich.baichay",
    ),
)
"""The third has a basic account only; the last is also an officer: one human, two doors."""
