"""What happened to a dossier, who did it, and as what?"""

from django.conf import settings
from django.db import models
from django.utils import timezone

from motcua.dossiers import workflow
from motcua.dossiers.facts import Item
from motcua.dossiers.queries import EventQuerySet
from motcua.dossiers.workflow import Role, State
from motcua.organizations import wrong_door
from motcua.organizations.models import Hand
from motcua.organizations.signatures import Block


class Event(Hand):
    """A move that was made. Written once: the database refuses to change or remove it."""

    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.PROTECT, related_name="events")
    verb = models.CharField(max_length=24)
    role = models.CharField(max_length=12, choices=[(role.value, role.name) for role in Role])
    """The duty in which the person acted; nobody acts in two of them on one dossier."""
    state = models.PositiveSmallIntegerField(choices=State.choices)
    """The status to which the move led."""
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(
        "organizations.Post", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    on_behalf_of = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    reason = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)
    payload = models.JSONField(default=dict, blank=True)
    """Facts proper to the verb: ``items`` asked for, the ``due`` date's days, the ``receipt``."""

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.verb}"

    @property
    def items_asked(self) -> list[Item]:
        """The papers that a request for a supplement asked for; none for any other move."""
        asked: list[Item] = self.payload.get("items", [])
        return asked

    @property
    def signature(self) -> Block | None:
        """How a decision was signed; None for any other move."""
        signed: Block | None = self.payload.get("signature")
        return signed

    @property
    def is_of_applicant(self) -> bool:
        return self.role == Role.APPLICANT

    @property
    def why_here(self) -> str:
        """Where it was sent and why it came here, if it was sent to an office that had ended."""
        return wrong_door.sentence(self.payload)

    @property
    def label(self) -> str:
        """The name of the move on the screen."""
        move = workflow.BY_VERB.get(self.verb)
        return str(move.label) if move else self.verb
