"""A paper runs nothing and carries nothing that its pages do not show."""

import io
import zlib

import pytest

from motcua.filekeeping import exceptions
from motcua.filekeeping.models import StoredFile

from . import contents

pytestmark = pytest.mark.django_db
INVOICE = b"/Names<</EmbeddedFiles 9 0 R>>/X<</Type/EmbeddedFile/Subtype/text#2Fxml>>"
HIDDEN = INVOICE + b"/Y<</Type/EmbeddedFile>>"


def with_words(words: bytes) -> io.BytesIO:
    return io.BytesIO(contents.PDF.replace(b"/Catalog", b"/Catalog" + words))


def packed(words: bytes) -> bytes:
    """The same words in a list of objects that is packed."""
    return b"/Type/ObjStm/Filter/FlateDecode>>stream\r\n" + zlib.compress(words) + b"endstream"


@pytest.mark.parametrize(
    "words",
    [
        b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>",
        b"/OpenAction<</S/Launch/F(cmd.exe)>>",
        b"/AA<</O<</S/#4caunc#68>>>>",
        packed(b"<</S/JavaScript/JS(x)>>"),
        packed(b"1 0 <</Nothing/Here>>") + packed(b"<</S /Launch>>"),
        b"/Names<</EmbeddedFiles 9 0 R>>",
        b"/Subtype/FileAttachment",
        HIDDEN,
    ],
    ids=["script", "launch", "by numbers", "packed", "in the second", "file", "clip", "hidden"],
)
def test_a_pdf_with_a_program_or_a_hidden_file_is_refused(words):
    with pytest.raises(exceptions.ProgramInside, match="in lại ra PDF"):
        StoredFile.keep(with_words(words))


@pytest.mark.parametrize(
    "words",
    [b"", INVOICE, b"/LaunchPad", b"/Title(JavaScript)", packed(b"<</Kids[1]>>"), b"/ObjStm"],
    ids=["plain", "invoice", "longer name", "in a text", "packed", "no list"],
)
def test_other_pdfs_are_taken(words):
    assert StoredFile.keep(with_words(words)).size


def test_a_list_that_swells_is_unpacked_no_further_than_it_may():
    bomb = b"".join(packed(bytes(40_000_000)) for _ in range(3))

    assert StoredFile.keep(with_words(bomb)).size
