"""What is a citizen writing down before it becomes a dossier?"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import IO, TYPE_CHECKING, Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from motcua.accounts.fields import SealedJSONField
from motcua.catalog import forms as procedure_forms
from motcua.catalog.models import Channel
from motcua.dossiers import exceptions, finding, places, references, second_facts, workflow
from motcua.dossiers.drafting import cases, papers, readiness
from motcua.dossiers.parts import WHOLE, Part
from motcua.dossiers.queries import DraftQuerySet
from motcua.filekeeping import destinations, files, media_types
from motcua.filekeeping.models import StoredFile, Upload
from motcua.periods.clock import day_of
from motcua.periods.closing import closed_means

from .attachment import Attachment
from .dossier import Dossier

if TYPE_CHECKING:
    from motcua.catalog.models import Case, Component
    from motcua.dossiers.drafting.news import Line
    from motcua.filekeeping.queries import UploadQuerySet
    from motcua.organizations.acting import Acting
    from motcua.organizations.models import Organization

HOLDER = "draft"
"""How uploads name the kind of thing that they are for (``filekeeping.destinations``)."""


class Draft(models.Model):
    """An application in the making: what was typed, the papers so far, the office chosen.

    Its key is the idempotency key of the submission: however often it is submitted, one dossier.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="drafts"
    )
    version = models.ForeignKey(
        "catalog.ProcedureVersion", on_delete=models.PROTECT, related_name="+"
    )
    organization = models.ForeignKey(
        "organizations.Organization",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    """The competent organization that the applicant chose."""
    data: Any = SealedJSONField(default=dict, blank=True)
    """What was typed into the procedure's form; sealed, since it names other people too."""
    unread: Any = SealedJSONField(default=dict, blank=True)
    """What was typed on the first page and cannot be read (``drafting.unread``)."""
    aside: Any = SealedJSONField(default=dict, blank=True)
    """What was typed in one window while another answered the same (``drafting.asides``)."""
    revision = models.PositiveIntegerField(default=1, editable=False)
    """Grows with every change; a page says which one it showed."""
    moved_revision = models.PositiveIntegerField(default=0, editable=False)
    """The revision with which it last came to another version; 0 for never (``DraftMove``)."""
    case = models.ForeignKey(
        "catalog.Case", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """In which case they say they are, where no answer tells (``drafting.cases``)."""
    contact_name = models.CharField(max_length=150, blank=True)
    contact_phone = models.CharField(max_length=20, blank=True)
    contact_email = models.EmailField(blank=True)
    contact_address = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(auto_now=True)
    warned_at = models.DateTimeField(null=True, blank=True, editable=False)
    """Since when it is announced that it will be deleted; going on with it takes that back."""

    part: Part = WHOLE
    """What whoever opened it sees of it; set by the views, never kept."""
    kept_until: date | None = None
    """The last day on which it is there, for lists (``drafting.keeping``)."""
    first_page: str = ""
    """Where one goes on with it, for lists."""
    awaits: str = ""
    """What it waits for of whoever writes along, for lists (``drafting.confirming``)."""
    about: str = ""
    """Of whom it speaks, for lists."""
    news: Line | None = None
    """What became of its procedure, for lists (``drafting.news``)."""

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at", "-pk"]
        indexes = [
            models.Index(fields=["person", "-changed_at"], name="draft_of_person"),
            models.Index(fields=["changed_at"], name="draft_by_age"),
        ]

    def __str__(self) -> str:
        return str(self.key)

    # --- Questions -------------------------------------------------------------

    @property
    def is_submitted(self) -> bool:
        return hasattr(self, "dossier")

    @property
    def was_written(self) -> bool:
        """Whether anybody typed anything since it was begun."""
        return self.revision > 1

    @property
    def says_where(self) -> bool:
        """Whether an office is chosen and somebody is named whom it can answer."""
        return self.organization is not None and bool(self.contact_name.strip())

    @property
    def uploads(self) -> UploadQuerySet:
        """Papers that are on their way to it, or were refused."""
        return Upload.objects.for_holder(destinations.holder(HOLDER, self.key))

    # --- Verbs -----------------------------------------------------------------

    def choose_office(self, organization: Organization, *, contact: Mapping[str, str]) -> None:
        """Say who decides and how to reach the applicant: ``contact_name``, ``contact_phone``, …"""
        self._write(organization=organization, **contact)

    @transaction.atomic
    def choose_case(self, case: Case) -> None:
        """Say in which case of the procedure the applicant is; a page may show an older one."""
        self._write(case=cases.here(case, self.held().version))

    def write(self, answers: Mapping[str, Any], **beside: Any) -> None:
        """Keep the answers to the form, right or not; only ``submit`` asks whether they are."""
        self._write(data=dict(answers), **beside)

    def keep(
        self,
        page: str,
        *,
        columns: Mapping[str, Any],
        unread: Mapping[str, Any],
        aside: Sequence[Any],
    ) -> None:
        """Keep what was typed on a page: what can be read, what cannot, what lies beside it."""
        self._write(
            unread=_with_page(self.unread, page, unread),
            aside=_with_page(self.aside, page, aside),
            **columns,
        )

    @transaction.atomic
    def discard(self, *, by: Acting) -> None:
        """Throw an unsubmitted draft away, with its papers."""
        if by.person.pk != self.person_id:
            raise exceptions.NotYourMove
        self.held()
        self.uploads.drop_afterwards()
        self.attachments.all().delete()
        self.delete()

    @transaction.atomic
    def _write(self, **columns: Any) -> None:
        """Change columns of a draft that is no dossier yet; a dossier keeps what was submitted."""
        revision = self.held().revision + 1
        columns |= {"revision": revision, "changed_at": timezone.now(), "warned_at": None}
        for name, value in columns.items():
            setattr(self, name, value)
        Draft.objects.filter(pk=self.pk).update(**columns)

    def held(self) -> Draft:
        """The row as it is, locked until the transaction ends; TooLate where it is no draft.

        InvitationGone where whoever opened it writes along no more. Locked first and asked then:
        a statement that waits for the lock still sees the moment at which it began, when a
        submission that it waited for had made no dossier yet.
        """
        held = Draft.objects.select_for_update().filter(pk=self.pk).first()
        if held is None or held.is_submitted:
            raise exceptions.TooLate
        if self.part.is_over(held):
            raise exceptions.InvitationGone
        if held.version_id == self.version_id:  # else it came to another version meanwhile
            held.version = self.version
        held.person, held.part = self.person, self.part
        return held

    def attach(
        self, stream: IO[bytes], *, name: str, component: Component | None = None
    ) -> Attachment:
        """Keep a file as one of the papers; raises a FileRefused that says why not.

        The same file for the same line is one paper, however often it was sent.
        """
        kept = StoredFile.keep(stream, accepted=media_types.SCANS, shown=True)
        with transaction.atomic():
            component = papers.here(component, self.held().version)
            if same := self.attachments.filter(file=kept, component=component).first():
                return same
            files.refuse_too_many(self.attachments.count())
            self._write()
            return self.attachments.create(file=kept, name=kept.named(name), component=component)

    @transaction.atomic
    def detach(self, paper: Attachment) -> None:
        """Take a paper out again: what was looked over with it is another draft now."""
        self.held()
        paper.delete()
        self._write()

    @closed_means(exceptions.OfficeClosed)
    @transaction.atomic
    def submit(self, *, by: Acting, seen: int | None = None, leaves_aside: bool = False) -> Dossier:
        """Make the dossier, once: a double click or a retry returns the same one.

        ``seen`` is the revision that was looked over; raises DraftChanged where it is another now,
        and Unsettled where two windows answered differently and nobody chose, unless what does not
        stand in the draft is left aside knowingly.

        Dossier, code, papers, event and whatever hears of it are one transaction: nothing is
        acknowledged that is not there, and a failure leaves no gap in the codes.
        """
        draft = Draft.objects.select_for_update().get(pk=self.pk)
        if by.person.pk != draft.person_id or by.post is not None:
            raise exceptions.NotYourMove
        if made := Dossier.objects.filter(draft=draft).first():
            return made
        if seen is not None and seen < draft.moved_revision:
            raise exceptions.ProcedureChanged
        if seen is not None and seen != draft.revision:
            raise exceptions.DraftChanged
        if draft.aside and not leaves_aside:
            raise exceptions.Unsettled
        return draft._become_a_dossier(by)

    def _become_a_dossier(self, by: Acting) -> Dossier:
        now = timezone.now()
        arrival = readiness.arrival_on(self, day_of(now))
        if self.uploads.arrived().exists():
            raise exceptions.PaperStillChecked
        dossier = self._dossier(arrival.organization, now)
        dossier.save(force_insert=True)
        told = {"at": now, "payload": arrival.payload}
        event = dossier.remember(workflow.SUBMIT, workflow.Role.APPLICANT, by=by, **told)
        self.attachments.update(dossier=dossier, event=event)
        self.uploads.drop_afterwards()
        dossier.announce(event)
        return dossier

    def _dossier(self, office: Organization, now: datetime) -> Dossier:
        today = day_of(now)
        code = references.next_code(office, today)
        home = places.home(self.contact_address, office, today)
        return Dossier(
            code=code,
            draft=self,
            version=self.version,
            applicant=self.person,
            organization=office,
            counter=office.counter_on(today) or office,
            channel=Channel.Kind.ONLINE,
            submitted_at=now,
            moved_at=now,
            applicant_name=self.contact_name,
            phone=self.contact_phone,
            email=self.contact_email,
            address=self.contact_address,
            place=home.unit,
            locality=home.locality,
            phone_tail_key=second_facts.tail_key(code, self.contact_phone),
            personal_number_tail_key=second_facts.tail_key(code, self.person.personal_number),
            search_text=finding.words_of(self, code),
            data=procedure_forms.counting(self.version, self.data),
        )


def _with_page(pages: Mapping[str, Any], page: str, there: Any) -> dict[str, Any]:
    """``pages`` with what is there on one of them; a page with nothing has no place."""
    others = {key: value for key, value in pages.items() if key != page}
    return {**others, page: there} if there else others
