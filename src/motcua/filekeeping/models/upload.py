"""Which file is on its way, how much of it is here, and what became of it?"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import IO, TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

from motcua.filekeeping import destinations, exceptions, files, media_types, names, parts, signals
from motcua.filekeeping.queries import UploadQuerySet

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.filekeeping.protocol import Announced

LONGEST_LINE, LONGEST_MARK = 40, 64
MOST_PIECES = 1_000
"""A file cut off at every tenth kilobyte has fewer; more only costs the house its rows."""


class OffsetWrong(Exception):
    """A piece that does not begin where the last one ended: sent twice, or by two windows."""


class Upload(models.Model):
    """A file that comes in pieces over a network that is cut now and then.

    It is announced with its size; each piece is on disk before ``offset`` says so; whole, it is
    checked, scanned and handed to the room whose ``holder`` it names. A refusal stays to be read.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="uploads"
    )
    holder = models.CharField(max_length=60)
    """Kind and key of where it goes, such as ``draft:0b0e…``."""
    line = models.CharField(max_length=LONGEST_LINE, blank=True)
    """The field of the page that it was chosen in, such as ``paper-17``."""
    mark = models.CharField(max_length=64, blank=True)
    """By which the page knows the same file when it is chosen again; nothing is proved by it."""
    name = models.CharField(max_length=150)
    size = models.PositiveBigIntegerField()
    offset = models.PositiveBigIntegerField(default=0)
    pieces = ArrayField(models.CharField(max_length=16), default=list, blank=True)
    """Names of the pieces that are here, in their order."""
    begun_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    refusal = models.CharField(max_length=500, blank=True)
    """Why it was not kept, as the person reads it."""

    objects = UploadQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(size__gt=0), name="upload_not_empty"),
            models.CheckConstraint(condition=Q(offset__lte=F("size")), name="upload_within_size"),
            models.CheckConstraint(
                condition=Q(refusal="") | Q(finished_at__isnull=False),
                name="upload_refused_is_finished",
            ),
        ]
        indexes = [
            models.Index(fields=["holder"], name="upload_for_holder"),
            models.Index(fields=["expires_at"], name="upload_expires"),
            models.Index(
                fields=["person"], condition=Q(finished_at__isnull=True), name="upload_of_person"
            ),
            models.Index(
                fields=["begun_at"],
                condition=Q(finished_at__isnull=True, offset=F("size")),
                name="upload_arrived",
            ),
        ]

    def __str__(self) -> str:
        return str(self.key)

    # --- Questions -------------------------------------------------------------

    @property
    def is_whole(self) -> bool:
        """Whether all its bytes are here."""
        return self.offset == self.size

    @property
    def is_finished(self) -> bool:
        """Whether somebody said that it is kept, or why not."""
        return self.finished_at is not None

    @property
    def percent(self) -> int:
        return self.offset * 100 // self.size

    # --- Verbs -----------------------------------------------------------------

    @classmethod
    def begin(cls, told: Announced, *, person: Person, holder: str, line: str) -> Upload:
        """Announce a file; raises the FileRefused that can be told before a byte is sent."""
        if not told.size:
            raise exceptions.FileEmpty
        if told.size > settings.UPLOAD_MAX_BYTES:
            raise exceptions.FileTooBig(settings.UPLOAD_MAX_BYTES)
        if cls.objects.of(person).unfinished().count() >= settings.UPLOADS_AT_ONCE:
            raise exceptions.TooManyUploads
        return cls.objects.create(
            person=person,
            holder=holder,
            line=line[:LONGEST_LINE],
            mark=names.harmless(told.mark)[:LONGEST_MARK],
            name=names.harmless(told.name)[: names.LONGEST_NAME] or names.UNNAMED,
            size=told.size,
            expires_at=timezone.now() + timedelta(hours=settings.UPLOAD_KEPT_HOURS),
        )

    def append(self, piece: IO[bytes], *, at: int, length: int) -> None:
        """Keep the next piece. Raises OffsetWrong, or what says why it is not kept.

        Written first and counted then: a row never counts bytes that are not on disk. Nothing is
        locked while the bytes come in over a slow network.
        """
        if at == 0 and (length >= media_types.HEAD or length == self.size):
            self._refuse_early(piece)
        self._refuse_crumbs()
        name = parts.write(self.key.hex, piece)
        try:
            self._count(name, at=at, length=length)
        except OffsetWrong:
            parts.forget(self.key.hex, [name])
            raise

    def _refuse_early(self, piece: IO[bytes]) -> None:
        """The first bytes tell the kind: nobody sends ten megabytes to learn that it is a ZIP.

        A line that was cut within them tells nothing yet; the whole is looked at in any case.
        """
        if media_types.sniffed(piece, media_types.SCANS) is None:
            with self._ending():
                files.refuse_type(piece, media_types.SCANS)

    def _refuse_crumbs(self) -> None:
        """Nobody makes the house keep ten million pieces of one byte."""
        if len(self.pieces) >= MOST_PIECES:
            with self._ending():
                raise exceptions.Crumbs

    @contextmanager
    def _ending(self) -> Iterator[None]:
        """A refusal in here ends the upload and stays to be read."""
        try:
            yield
        except exceptions.FileRefused as refusal:
            self._end(refusal=str(refusal))
            raise

    @transaction.atomic
    def _count(self, name: str, *, at: int, length: int) -> None:
        held = self._held()
        if held.is_finished or held.offset != at or at + length > held.size:
            raise OffsetWrong
        self._write(offset=at + length, pieces=[*held.pieces, name])
        if self.is_whole:
            signals.upload_arrived.send(Upload, upload=self)

    @transaction.atomic
    def finish(self, *, within: float | None = None) -> None:
        """Check, scan and hand over what is whole; once, whoever asks, and as often as one likes.

        Raises NotNow where it is not the file's fault, or where fetching its pieces takes longer
        than ``within`` seconds: they stay, and a job comes again.
        """
        held = self._held()
        if held.is_whole and not held.is_finished:
            self._end(refusal=held._delivered(within))
            transaction.on_commit(held._forget_pieces, robust=True)
        self.refresh_from_db()

    def _delivered(self, within: float | None) -> str:
        """Empty, or why it was not kept."""
        try:
            with parts.joined(self.key.hex, self.pieces, within=within) as whole:
                self._deliver(whole)
        except exceptions.NotNow:
            raise
        except exceptions.Refused as refusal:
            return str(refusal)
        return ""

    @transaction.atomic
    def _deliver(self, whole: IO[bytes]) -> None:
        destinations.deliver(self, whole)

    def give_up(self) -> None:
        """Throw away what is here of it, and what was said of it."""
        self.delete()
        transaction.on_commit(self._forget_pieces, robust=True)

    def _forget_pieces(self) -> None:
        """A store that is away keeps nobody's row: what stays there is swept later."""
        parts.forget_all(self.key.hex)

    def _held(self) -> Upload:
        """The row as it is now, locked until the transaction ends."""
        return Upload.objects.select_for_update().get(pk=self.pk)

    def _end(self, *, refusal: str) -> None:
        self._write(finished_at=timezone.now(), refusal=refusal[:500])

    def _write(self, **columns: Any) -> None:
        Upload.objects.filter(pk=self.pk).update(**columns)
        for name, value in columns.items():
            setattr(self, name, value)
