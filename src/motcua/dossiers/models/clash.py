"""Whom did the rules on duties turn away, and when was an exception used? Counted, never lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from motcua.dossiers import exceptions, workflow
from motcua.dossiers.queries import ClashQuerySet
from motcua.organizations.models import Hand

if TYPE_CHECKING:
    from motcua.dossiers.workflow import Move
    from motcua.organizations.acting import Acting

    from .allowed_pair import AllowedPair
    from .dossier import Dossier
    from .event import Event


class Clash(Hand):
    """One refusal, or one exception that was used. Written once, outside of what was refused."""

    class Kind(models.TextChoices):
        """Which rule spoke."""

        SAME_HANDS = "same_hands", _("từ chối: đã làm nhiệm vụ khác")
        OWN = "own", _("từ chối: hồ sơ của chính mình")
        RELATIVE = "relative", _("từ chối: hồ sơ của người thân đã khai")
        ALLOWED = "allowed", _("cho phép: một người hai nhiệm vụ")

    kind = models.CharField(max_length=10, choices=Kind)
    dossier = models.ForeignKey(
        "dossiers.Dossier", on_delete=models.PROTECT, related_name="clashes"
    )
    procedure = models.ForeignKey("catalog.Procedure", on_delete=models.PROTECT, related_name="+")
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    """Where the officer acted; the dossier's own office for who wore no hat."""
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(
        "organizations.Post", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    verb = models.CharField(max_length=24, blank=True)
    """The move that was tried or made; empty where somebody only wanted to look."""
    event = models.ForeignKey(
        "dossiers.Event", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    allowed_by = models.ForeignKey(
        "dossiers.AllowedPair", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    objects: ClassVar = ClashQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="clash_kind_known",
                condition=models.Q(kind__in=["same_hands", "own", "relative", "allowed"]),
            ),
            models.CheckConstraint(
                name="clash_allowed_names_its_permission",
                condition=models.Q(kind="allowed", allowed_by__isnull=False, event__isnull=False)
                | ~models.Q(kind="allowed") & models.Q(allowed_by=None, event=None),
            ),
        ]
        indexes = [
            models.Index(fields=["at"], name="clash_by_day"),
            models.Index(fields=["organization", "at"], name="clash_by_office"),
            models.Index(fields=["procedure", "at"], name="clash_by_procedure"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.dossier_id}"

    @property
    def label(self) -> str:
        """The move on the screen."""
        move = workflow.BY_VERB.get(self.verb)
        return str(move.label) if move else str(_("mở hồ sơ"))

    @classmethod
    def note(cls, kind: str, dossier: Dossier, by: Acting, verb: str = "") -> Clash:
        """Somebody was turned away."""
        return cls._keep(kind, dossier, by, verb)

    @classmethod
    def note_exception(cls, event: Event, by: Acting, allowed: AllowedPair) -> Clash:
        """Somebody did a second duty, because ``allowed`` lets them."""
        return cls._keep(
            cls.Kind.ALLOWED, event.dossier, by, event.verb, event=event, allowed_by=allowed
        )

    @classmethod
    def _keep(
        cls, kind: str, dossier: Dossier, by: Acting, verb: str, **more: models.Model
    ) -> Clash:
        return cls.objects.create(
            kind=kind,
            dossier=dossier,
            procedure_id=dossier.version.procedure_id,
            organization_id=by.post.organization_id if by.post else dossier.organization_id,
            verb=verb,
            **by.hand,
            **more,
        )


@contextmanager
def noted(dossier: Dossier, move: Move, by: Acting) -> Iterator[None]:
    """What is refused inside for the sake of separation is kept, after all of it is rolled back."""
    try:
        yield
    except exceptions.Separated as refusal:
        Clash.note(refusal.kind, dossier, by, move.verb)
        raise
