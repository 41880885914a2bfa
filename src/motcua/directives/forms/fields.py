"""How are days, long texts and files asked for in this room?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from motcua.filekeeping.models import StoredFile
from motcua.ui.fields import day, text

__all__ = ["FilesField", "day", "kept", "text"]

MOST_FILES = 5


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once, as a list; what each is, is told when it is kept."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        given = data if isinstance(data, (list, tuple)) else [data]
        files = [super(FilesField, self).clean(each, initial) for each in given if each]
        if len(files) > MOST_FILES:
            raise forms.ValidationError(
                _("Nhiều nhất %(n)s tệp một lần. Hãy bớt tệp.") % {"n": MOST_FILES}
            )
        return files


def kept(files: Iterable[UploadedFile]) -> list[tuple[StoredFile, str]]:
    """The files under their hashes with their cleaned names; raises the FileRefused of one."""
    papers: dict[str, tuple[StoredFile, str]] = {}
    for each in files:
        stored = StoredFile.keep(each)
        papers.setdefault(stored.sha256, (stored, stored.named(each.name or "")))
    return list(papers.values())
