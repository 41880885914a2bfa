"""The table of the newsroom: three roles, what each may touch, and the steps of an article."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.IntegerChoices):
    """What somebody does in a corner of the news; a higher number includes no lower one."""

    REPORTER = 1, _("phóng viên")
    EDITOR = 2, _("biên tập viên")
    PUBLISHER = 3, _("người xuất bản")


@dataclass(frozen=True)
class Rights:
    """Wagtail's verbs: on the pages of a corner, and on its drawer of pictures and documents."""

    pages: tuple[str, ...]
    drawer: tuple[str, ...]


RIGHTS = {
    # "add" lets one change what one added oneself, and nothing else.
    Role.REPORTER: Rights(("add",), ("add", "choose")),
    Role.EDITOR: Rights(("add", "change", "lock", "unlock"), ("add", "change", "choose")),
    Role.PUBLISHER: Rights(
        ("add", "change", "publish", "lock", "unlock"), ("add", "change", "choose")
    ),
}

STEPS = (Role.EDITOR, Role.PUBLISHER)
"""A reporter submits; then each of these approves or returns, one after the other."""

CENTRAL = (Role.EDITOR, Role.PUBLISHER)
"""Who, in the province's own newsroom, also keeps topics and the front page."""
