"""How do the files of a story get into the drawer? Each once, checked as an upload is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from wagtail.documents import get_document_model

from motcua.news import pictures
from motcua.news.exceptions import Refused
from motcua.news.models import Media, Picture

from .files import Folder
from .stories import FoundPicture, Paper, Recording, Story, Trouble


class Drawer:
    """Where the import puts files; without ``writes`` it only looks whether they are there."""

    def __init__(self, folder: Folder, *, collection: Any = None, writes: bool = True) -> None:
        self.folder = folder
        self.collection = collection
        self.writes = writes
        self._kept: dict[tuple[Path, str], Any] = {}

    def picture(self, found: FoundPicture, story: Story) -> Any:
        """The picture, or nothing where it cannot be had; the story learns why."""
        path = self.folder.find(found.address, story.key)
        if path is None:
            story.note(Trouble.PICTURE_MISSING, found.address)
            return None
        if not found.alt:
            story.note(Trouble.ALT_MISSING, found.address)
        return self._once(path, found.alt, lambda: self._new_picture(path, found, story))

    def _once(self, path: Path, mark: str, make: Any) -> Any:
        if (path, mark) not in self._kept:
            self._kept[path, mark] = make()
        return self._kept[path, mark]

    def _new_picture(self, path: Path, found: FoundPicture, story: Story) -> Any:
        try:
            with path.open("rb") as file:
                clean = pictures.clean(file, path.name)
        except (Refused, OSError) as refusal:
            story.note(Trouble.PICTURE_REFUSED, f"{found.address} ({refusal})")
            return None
        if not self.writes:
            return True
        picture = Picture(
            title=(found.alt or found.caption or story.title)[:255],
            description=found.alt,
            caption=found.caption,
            credit=found.credit,
            file=clean,
        )
        return self._put(picture)

    def recording(self, found: Recording, story: Story) -> Any:
        path = self.folder.find(found.address, story.key)
        if path is None:
            story.note(Trouble.FILE_MISSING, found.address)
            return None
        if not found.transcript:
            story.note(Trouble.TRANSCRIPT_MISSING, found.address)
        return self._once(path, found.title, lambda: self._new_recording(path, found, story))

    def _new_recording(self, path: Path, found: Recording, story: Story) -> Any:
        poster = FoundPicture(found.poster, found.title) if found.poster else None
        with path.open("rb") as file:
            media = Media(
                title=found.title, file=File(file, path.name), transcript=found.transcript
            )
            return self._checked(media, found.address, story, poster)

    def _checked(
        self, media: Media, address: str, story: Story, poster: FoundPicture | None
    ) -> Any:
        try:
            media.clean_fields(exclude=["transcript", "collection"])
            media.clean()
        except ValidationError as refusal:
            story.note(Trouble.FILE_REFUSED, f"{address} ({' '.join(refusal.messages)})")
            return None
        cover = self.picture(poster, story) if poster else None
        if not self.writes:
            return True
        media.poster = cover
        return self._put(media)

    def paper(self, found: Paper, story: Story) -> Any:
        path = self.folder.find(found.address, story.key)
        if path is None:
            story.note(Trouble.FILE_MISSING, found.address)
            return None
        return self._once(path, "", lambda: self._new_paper(path, found))

    def _new_paper(self, path: Path, found: Paper) -> Any:
        if not self.writes:
            return True
        with path.open("rb") as file:
            model = get_document_model()
            return self._put(model(title=found.title or path.stem, file=File(file, path.name)))

    def _put(self, thing: Any) -> Any:
        if self.collection is not None:
            thing.collection = self.collection
        thing.save()
        return thing
