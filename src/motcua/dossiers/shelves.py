"""Which papers does the procedure name, which files came for each, and which are on their way?"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone

from motcua.catalog.forms import paper
from motcua.catalog.models import Component
from motcua.catalog.online_papers import Need, need
from motcua.dossiers.drafting import cases
from motcua.filekeeping import destinations
from motcua.filekeeping.models import Rendition, Upload
from motcua.search.folding import fold

if TYPE_CHECKING:
    from typing_extensions import TypeIs

    from motcua.accounts.models import Person
    from motcua.catalog.models import Case, ProcedureVersion
    from motcua.filekeeping.models import StoredFile
    from motcua.filekeeping.queries import UploadQuerySet

    from .models import Attachment, Dossier, Draft

PREFIX = "paper-"
"""Name of an upload field: ``paper-<component>``, ``paper-0`` for a paper the law does not name."""
SUPPLEMENT = "supplement"
"""How uploads name a supplement; a draft they call ``models.draft.HOLDER``."""
OFFERED = (Need.ASKED, Need.IN_SOME_CASES)
"""Papers that the page has a field for, whether anything came or not."""


@dataclass(frozen=True, slots=True)
class Ways:
    """The addresses of one draft's or one supplement's papers; both rooms name them alike."""

    space: str
    where: tuple[object, ...]

    def to(self, name: str, *more: object) -> str:
        return reverse(f"{self.space}:{name}", args=[*self.where, *more])


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that came, with where to look at it and where to take it out."""

    attachment: Attachment
    ways: Ways

    @property
    def file(self) -> StoredFile:
        return self.attachment.file

    @property
    def address(self) -> str:
        return self.ways.to("paper", self.attachment.pk)

    @property
    def removal(self) -> str:
        return self.ways.to("remove_paper", self.attachment.pk)

    @property
    def thumbnail(self) -> Rendition | None:
        return self.file.rendition(Rendition.Kind.SMALL) if self.file.is_open else None

    @property
    def picture(self) -> str:
        return self.ways.to("picture", self.attachment.pk, Rendition.Kind.SMALL.value)

    @property
    def large(self) -> str:
        return self.ways.to("picture", self.attachment.pk, Rendition.Kind.LARGE.value)

    @property
    def is_waited_for(self) -> bool:
        """Whether the page may ask again: it will be scanned or drawn in a moment."""
        return self.file.is_quarantined or (self.file.is_open and self.file.drawn_at is None)


@dataclass(frozen=True, slots=True)
class Coming:
    """A file that is on its way or was refused."""

    upload: Upload
    ways: Ways
    is_mine: bool
    """Whether whoever looks began it: nobody else can go on with it or throw it away."""

    @property
    def address(self) -> str:
        return self.ways.to("upload", self.upload.key)

    @property
    def is_half(self) -> bool:
        return not (self.upload.is_whole or self.upload.refusal)

    @property
    def mark(self) -> str:
        """By which the page goes on with it; empty where it cannot."""
        return self.upload.mark if self.is_mine and self.is_half else ""

    @property
    def removal(self) -> str:
        return self.ways.to("drop_upload", self.upload.key)


@dataclass(frozen=True, slots=True)
class Line:
    """One paper that the procedure names, and the files that came for it."""

    component: Component | None
    kept: list[Kept]
    coming: list[Coming]
    endpoint: str

    @property
    def field_name(self) -> str:
        return field_name(self.component)

    @property
    def is_used(self) -> bool:
        return bool(self.kept or self.coming)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The lines of one case; the last shelf is for papers that the procedure does not name."""

    case: Case | None
    lines: list[Line]
    in_some_cases: list[Line] = field(default_factory=list)
    """Asked for only where their condition is met."""
    filled_in: list[Component] = field(default_factory=list)
    """The form that was just filled in on the pages before."""
    elsewhere: list[Component] = field(default_factory=list)
    """Papers of other ways of handing in."""

    is_needed: bool = True
    """Whether it is of no case in particular, or of the one in which they are."""

    @property
    def is_used(self) -> bool:
        """Whether anything came for it."""
        return bool(self.used)

    @property
    def used(self) -> list[Line]:
        """The lines for which something came."""
        return [line for line in (*self.lines, *self.in_some_cases) if line.is_used]

    @property
    def names(self) -> list[str]:
        """What its papers are called."""
        lines = (*self.lines, *self.in_some_cases)
        return [line.component.name for line in lines if line.component]

    @property
    def holds_some(self) -> bool:
        """Whether anything came for the papers that only some cases need."""
        return any(line.is_used for line in self.in_some_cases)


def field_name(component: Component | None) -> str:
    return f"{PREFIX}{component.pk if component else 0}"


def component_pk(name: str) -> int:
    """Which component an upload field belongs to; 0 for none."""
    bare = name.removeprefix(PREFIX)
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) < 18 else 0


def components_of(version: ProcedureVersion) -> dict[int, Component]:
    """By key; those of other procedures are no place for a paper of this one."""
    return {c.pk: c for c in Component.objects.filter(case__version=version)}


# --- Of a draft or of a supplement ------------------------------------------------------------


def is_draft(holder: Draft | Dossier) -> TypeIs[Draft]:
    from .models import Draft

    return isinstance(holder, Draft)


def ways_of(holder: Draft | Dossier) -> Ways:
    """The addresses under which the papers of ``holder`` are handled."""
    if is_draft(holder):
        return Ways("apply", (holder.version.procedure.code, holder.key))
    return Ways("dossiers", (holder.code,))


def uploads_of(holder: Draft | Dossier) -> str:
    """How uploads name ``holder``."""
    from .models.draft import HOLDER

    if is_draft(holder):
        return destinations.holder(HOLDER, holder.key)
    return destinations.holder(SUPPLEMENT, holder.pk)


def shelves(holder: Draft | Dossier, viewer: Person) -> list[Shelf]:
    """The papers by case with what came so far; five queries however many papers."""
    papers = _Papers(holder, viewer)
    every = list(holder.version.cases.prefetch_related("components"))
    if is_draft(holder):
        return _of_draft(cases.of(holder, every), papers)
    return [*(_whole(case, papers) for case in every), Shelf(None, [papers.line(None)])]


def _of_draft(standing: cases.Standing, papers: _Papers) -> list[Shelf]:
    papers.pass_on(standing)
    told = [
        replace(_online(case, papers), is_needed=standing.needs(case)) for case in standing.every
    ]
    return [*told, Shelf(None, [papers.line(None)])]


def _whole(case: Case, papers: _Papers) -> Shelf:
    """Every paper alike: an officer may have asked for any."""
    return Shelf(case, [papers.line(each) for each in case.components.all()])


def _online(case: Case, papers: _Papers) -> Shelf:
    """What everybody hands in, and apart from it what only some do, or nobody who applies online.

    A file that came for one of those stays where its sender sees it.
    """
    sorted_: dict[Need, list[Line]] = {one: [] for one in Need}
    for each in case.components.all():
        line = papers.line(each)
        told = need(each, has_form=papers.has_form, stands_for=papers.stands_for)
        sorted_[Need.ASKED if line.is_used and told not in OFFERED else told].append(line)
    return Shelf(
        case,
        sorted_[Need.ASKED],
        sorted_[Need.IN_SOME_CASES],
        [line.component for line in sorted_[Need.FILLED_IN] if line.component],
        [line.component for line in sorted_[Need.ELSEWHERE] if line.component],
    )


def line_of(holder: Draft | Dossier, name: str, viewer: Person) -> Line:
    """The line of one upload field, as the page shows it."""
    return _Papers(holder, viewer).line(components_of(holder.version).get(component_pk(name)))


class _Papers:
    """What came for a holder and what is on its way, sorted to lines."""

    def __init__(self, holder: Draft | Dossier, viewer: Person) -> None:
        self.ways = ways_of(holder)
        self.has_form = holder.version.form is not None
        self.stands_for = paper.stands_for(holder.version)
        self.kept: dict[str, list[Kept]] = {}
        self.coming: dict[str, list[Coming]] = {}
        for attachment in holder.attachments.in_preparation().with_files():
            name = f"{PREFIX}{attachment.component_id or 0}"
            self.kept.setdefault(name, []).append(Kept(attachment, self.ways))
        for upload in _coming(holder):
            is_mine = upload.person_id == viewer.pk
            if is_mine or not upload.refusal:
                told = Coming(upload, self.ways, is_mine)
                self.coming.setdefault(upload.line, []).append(told)

    def pass_on(self, standing: cases.Standing) -> None:
        """Files that came for a paper of another case lie with the paper of that name in theirs."""
        needed = {fold(one.name): one for one in _of_cases(standing, is_needed=True)}
        for other in _of_cases(standing, is_needed=False):
            mine = needed.get(fold(other.name))
            if mine is not None and (came := self.kept.pop(field_name(other), [])):
                self.kept.setdefault(field_name(mine), []).extend(came)

    def line(self, component: Component | None) -> Line:
        name = field_name(component)
        kept, coming = self.kept.get(name, []), self.coming.get(name, [])
        return Line(component, kept, coming, self.ways.to("uploads"))


def _of_cases(standing: cases.Standing, *, is_needed: bool) -> list[Component]:
    those = [case for case in standing.every if standing.needs(case) is is_needed]
    return [paper for case in those for paper in case.components.all()]


def _coming(holder: Draft | Dossier) -> UploadQuerySet:
    return Upload.objects.for_holder(uploads_of(holder)).shown().lasting(timezone.now())
