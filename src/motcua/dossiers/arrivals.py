"""What becomes of a file that came in pieces? A paper of its draft, or of its supplement."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from motcua.dossiers import exceptions, shelves, uploads
from motcua.dossiers.models import Dossier, Draft
from motcua.dossiers.models.draft import HOLDER
from motcua.filekeeping import destinations, files
from motcua.filekeeping.models import Upload
from motcua.organizations.acting import Acting

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.filekeeping.protocol import Announced


def begin(holder: Draft | Dossier, told: Announced, *, person: Person) -> Upload:
    """Announce a paper for ``holder``; raises the FileRefused that can be told beforehand.

    One that names no line of the page belongs to the papers that the procedure does not name.
    """
    where = shelves.uploads_of(holder)
    on_the_way = Upload.objects.for_holder(where).unfinished().count()
    files.refuse_too_many(holder.attachments.in_preparation().count() + on_the_way)
    component = shelves.components_of(holder.version).get(shelves.component_pk(told.line))
    line = shelves.field_name(component)
    return Upload.begin(told, person=person, holder=where, line=line)


def into_draft(upload: Upload, stream: IO[bytes]) -> None:
    """A paper of the draft, if it is still one."""
    draft = Draft.objects.with_version().filter(key=_key(upload)).first()
    if draft is None:
        raise exceptions.TooLate
    components = shelves.components_of(draft.version)
    component = components.get(shelves.component_pk(upload.line))
    paper = draft.attach(stream, name=upload.name, component=component)
    uploads.not_again(paper, upload.name)


def into_supplement(upload: Upload, stream: IO[bytes]) -> None:
    """A paper of the supplement that its applicant prepares, if one is asked for."""
    dossier = Dossier.objects.of(upload.person).for_pages().filter(pk=_key(upload)).first()
    if dossier is None:
        raise exceptions.TooLate
    components = shelves.components_of(dossier.version)
    component = components.get(shelves.component_pk(upload.line))
    by = Acting.citizen(upload.person)
    dossier.attach(stream, name=upload.name, component=component, by=by)


def _key(upload: Upload) -> str:
    return upload.holder.partition(":")[2]


def register() -> None:
    """Say where files go that were announced here."""
    destinations.register(HOLDER, into_draft)
    destinations.register(shelves.SUPPLEMENT, into_supplement)
