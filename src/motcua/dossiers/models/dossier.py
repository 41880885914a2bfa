"""What is a dossier, and what can be done to it?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property, partial
from typing import IO, TYPE_CHECKING, Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from motcua.accounts.fields import SealedJSONField
from motcua.catalog.models import Channel
from motcua.dossiers import exceptions, facts, second_facts, workflow
from motcua.dossiers.facts import Item
from motcua.dossiers.queries import DossierQuerySet
from motcua.dossiers.workflow import State
from motcua.filekeeping import files, media_types
from motcua.filekeeping.models import StoredFile
from motcua.worktime.limits import Limit

from .clash import noted
from .co_applicant import CoApplicant
from .handed_in import HandedIn
from .one_door import OneDoor

if TYPE_CHECKING:
    from motcua.catalog.models import Component
    from motcua.organizations.acting import Acting

    from .attachment import Attachment
    from .event import Event
    from .reading import Reading

NO_LIMIT = Limit(None, None)


class Dossier(HandedIn, OneDoor):
    """One citizen's application, such as H49.61-261125-0004, from submission to result."""

    code = models.CharField(max_length=52, unique=True, editable=False)
    draft = models.OneToOneField(
        "dossiers.Draft", on_delete=models.PROTECT, related_name="dossier", editable=False
    )
    """The idempotency of the submission: one draft, one dossier."""
    version = models.ForeignKey(
        "catalog.ProcedureVersion", on_delete=models.PROTECT, related_name="+"
    )
    """The rules of the day of submission; a later version changes nothing."""
    applicant = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="dossiers"
    )
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    """Who decides."""
    counter = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    """Who receives and returns."""
    channel = models.PositiveSmallIntegerField(choices=Channel.Kind.choices)
    submitted_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True, blank=True, editable=False)
    due_original = models.DateTimeField(null=True, blank=True, editable=False)
    """As promised at receipt."""
    due_current = models.DateTimeField(null=True, blank=True, editable=False)
    """As it is after supplements."""
    finished_at = models.DateTimeField(null=True, blank=True, editable=False)
    queue_at = models.GeneratedField(
        expression=Coalesce("due_current", "submitted_at"),
        output_field=models.DateTimeField(),
        db_persist=True,
    )
    """Its place in the inbox: by due moment, or by submission while it has none."""
    applicant_name = models.CharField(max_length=150)
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    address = models.CharField(max_length=300, blank=True)
    place = models.ForeignKey(
        "territory.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """The applicant's commune, where the address names exactly one."""
    locality = models.CharField(max_length=100, blank=True)
    """What the address says below the commune, without marks: ``thon 3``, ``to 5 khu 2``."""
    phone_tail_key = models.CharField(max_length=64, blank=True, editable=False)
    personal_number_tail_key = models.CharField(max_length=64, blank=True, editable=False)
    search_text = models.TextField(editable=False)
    """Code, procedure and applicant without marks, for the desk's search."""
    data: Any = SealedJSONField(default=dict, blank=True)
    """What was typed into the procedure's form; sealed, since it names other people too."""

    objects = DossierQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="dossier_state_known"),
            models.CheckConstraint(
                condition=Q(
                    received_at__isnull=True, due_original__isnull=True, due_current__isnull=True
                )
                | Q(
                    received_at__isnull=False,
                    due_original__gt=F("received_at"),
                    due_current__gt=F("received_at"),
                ),
                name="dossier_received_is_due",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=workflow.NEVER_RECEIVED) | Q(received_at__isnull=True),
                name="dossier_not_received_has_no_clock",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=workflow.CLOCK_RUNS | workflow.DECIDED)
                | Q(received_at__isnull=False),
                name="dossier_in_process_was_received",
            ),
            models.CheckConstraint(
                condition=Q(state__in=workflow.DECIDED, finished_at__isnull=False)
                | Q(~Q(state__in=workflow.DECIDED), finished_at__isnull=True),
                name="dossier_decided_is_finished",
            ),
            models.CheckConstraint(
                condition=(Q(received_at__isnull=True) | Q(received_at__gte=F("submitted_at")))
                & (Q(finished_at__isnull=True) | Q(finished_at__gte=F("received_at"))),
                name="dossier_dates_in_order",
            ),
        ]
        indexes = [
            models.Index(fields=["organization", "state", "queue_at"], name="dossier_of_office"),
            models.Index(fields=["counter", "state", "queue_at"], name="dossier_at_counter"),
            models.Index(fields=["applicant", "-submitted_at"], name="dossier_of_applicant"),
            models.Index(
                fields=["organization", "finished_at"],
                condition=Q(finished_at__isnull=False),
                name="dossier_decided_by_office",
            ),
            models.Index(
                fields=["version", "finished_at"],
                condition=Q(finished_at__isnull=False),
                name="dossier_decided_of_version",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    # --- Questions -------------------------------------------------------------

    @property
    def was_received(self) -> bool:
        """Whether the clock was ever started."""
        return self.received_at is not None

    @property
    def clock_runs(self) -> bool:
        return self.state in workflow.CLOCK_RUNS

    @property
    def is_waiting(self) -> bool:
        """Whether it is the applicant's turn."""
        return self.state in workflow.WAITING

    @property
    def is_closed(self) -> bool:
        return self.state in workflow.CLOSED

    @property
    def result_is_handed_over(self) -> bool:
        """Whether the applicant may download the result (see ``Result``)."""
        return self.state == State.RETURNED

    @property
    def limit(self) -> Limit:
        """The procedure's time limit for the channel by which it came."""
        channel = self.version.channel(self.channel)
        return (channel.limit if channel else None) or NO_LIMIT

    @property
    def is_demo(self) -> bool:
        return self.organization.is_demo

    @cached_property
    def people_along(self) -> dict[int, str]:
        """Who applied along with the applicant, by key and name; nobody does afterwards."""
        along = CoApplicant.objects.along_with(self)
        return dict(along.values_list("person", "person__full_name"))

    def is_known_by(self, digits: str) -> bool:
        """Whether ``digits`` end the phone or the personal number that was given."""
        by_phone = second_facts.is_known(self.phone_tail_key, self.code, digits)
        by_number = second_facts.is_known(self.personal_number_tail_key, self.code, digits)
        return by_phone or by_number  # both were asked: the time tells nothing

    # --- Verbs: the applicant's ---------------------------------------------------

    def attach(
        self, stream: IO[bytes], *, name: str, by: Acting, component: Component | None = None
    ) -> Attachment:
        """Prepare a paper of the supplement; raises a FileRefused that says why not.

        The same file for the same line is one paper, however often the button was pressed.
        """
        self.refuse_unless_now(workflow.SUPPLEMENT, by=by)
        kept = StoredFile.keep(stream, accepted=media_types.SCANS, shown=True)
        with transaction.atomic():
            now = Dossier.objects.select_for_update().get(pk=self.pk)
            now.refuse_unless_now(workflow.SUPPLEMENT, by=by)
            prepared = self.attachments.in_preparation()
            if same := prepared.filter(file=kept, component=component).first():
                return same
            files.refuse_too_many(prepared.count())
            return self.attachments.create(file=kept, name=kept.named(name), component=component)

    @transaction.atomic
    def supplement(self, *, by: Acting, note: str = "") -> Event:
        """Hand in the prepared papers; ``note`` says what was not a paper."""
        event = self.make(
            workflow.SUPPLEMENT, by=by, reason=note, tell=partial(facts.of_supplement, self)
        )
        if not self.attachments.in_preparation().update(event=event) and not note.strip():
            raise exceptions.SupplementEmpty
        return event

    def withdraw(self, *, by: Acting, reason: str = "") -> Event:
        """Take the dossier back before it is decided."""
        return self.make(workflow.WITHDRAW, by=by, reason=reason)

    # --- Verbs: the counter's -------------------------------------------------------

    def receive(self, *, by: Acting, due_at: datetime | None = None, reason: str = "") -> Event:
        """Start the clock and issue the receipt.

        ``due_at`` only counts, and then needs a reason, where the procedure gives no limit that a
        machine can read.
        """
        if due_at is not None and not self.limit.is_machine_readable and not reason.strip():
            raise exceptions.ReasonMissing
        promise = partial(facts.of_receiving, self, by, stated=due_at)
        return self.make(workflow.RECEIVE, by=by, reason=reason, tell=promise)

    def refuse(self, *, by: Acting, reason: str) -> Event:
        """Do not receive it, and say why."""
        return self.make(workflow.REFUSE, by=by, reason=reason)

    def hand_over(self, *, by: Acting, reason: str = "") -> Event:
        """Return the result: from now on the applicant can download it."""
        return self.make(workflow.RETURN, by=by, reason=reason)

    # --- Verbs: the competent organization's --------------------------------------------

    def take_up(self, *, by: Acting) -> Event:
        """Begin to appraise it."""
        return self.make(workflow.TAKE_UP, by=by)

    def request_supplement(self, *, by: Acting, items: Sequence[Item], reason: str = "") -> Event:
        """Ask the applicant for papers, once and fully (NĐ 61/2018, Art. 15.3)."""
        asked = partial(facts.of_request, self, items, reason)
        return self.make(workflow.REQUEST_SUPPLEMENT, by=by, reason=reason, tell=asked)

    def stop(self, *, by: Acting, reason: str) -> Event:
        """End it without a result."""
        return self.make(workflow.STOP, by=by, reason=reason)

    def finish(
        self, *, by: Acting, result: IO[bytes] | None, name: str = "", reason: str = ""
    ) -> Event:
        """Decide it, with the file of the result."""
        with noted(self, workflow.FINISH, by):
            self.refuse_unless_now(workflow.FINISH, by=by)
            kept = StoredFile.keep(result, shown=True) if result is not None else None
            return self._finish(kept, kept.named(name) if kept else "", by, reason)

    @transaction.atomic
    def _finish(self, kept: StoredFile | None, name: str, by: Acting, reason: str) -> Event:
        if kept is not None:
            self.results.create(file=kept, name=name)
        decide = partial(facts.of_finishing, by)
        return self.make(workflow.FINISH, by=by, reason=reason, tell=decide)

    def note_reading(self, *, by: Acting, what: Reading.What) -> Reading:
        """Record that an officer looked (domain.md §8.3)."""
        return self.readings.create(person=by.person, post=by.post, what=what)
