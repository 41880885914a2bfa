"""What does an import find? A story in plain values, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from django.utils.translation import gettext as _


class Trouble(StrEnum):
    """What may be wrong with a story; only the last four keep it out."""

    SCRIPT_REMOVED = "script_removed"
    UNKNOWN_TAG = "unknown_tag"
    BROKEN_HTML = "broken_html"
    PICTURE_MISSING = "picture_missing"
    PICTURE_REFUSED = "picture_refused"
    ALT_MISSING = "alt_missing"
    FILE_MISSING = "file_missing"
    FILE_REFUSED = "file_refused"
    TRANSCRIPT_MISSING = "transcript_missing"
    UNKNOWN_CATEGORY = "unknown_category"
    UNKNOWN_CODE = "unknown_code"
    DATE_MISSING = "date_missing"
    SHORTENED = "shortened"
    REDIRECT_TAKEN = "redirect_taken"
    NO_TITLE = "no_title"
    NO_TEXT = "no_text"
    NOT_AN_ARTICLE = "not_an_article"
    UNREADABLE = "unreadable"

    @property
    def keeps_out(self) -> bool:
        return self in {self.NO_TITLE, self.NO_TEXT, self.NOT_AN_ARTICLE, self.UNREADABLE}

    @property
    def sentence(self) -> str:
        """What an editor reads."""
        return {
            self.SCRIPT_REMOVED: _("Đã bỏ mã chạy được hoặc nội dung nhúng"),
            self.UNKNOWN_TAG: _("Đã bỏ mã ngắn của hệ thống cũ"),
            self.BROKEN_HTML: _("Chữ bị hỏng bảng mã, cần đọc lại"),
            self.PICTURE_MISSING: _("Không tìm thấy ảnh"),
            self.PICTURE_REFUSED: _("Ảnh không nhận được"),
            self.ALT_MISSING: _("Ảnh chưa có mô tả cho người không nhìn thấy"),
            self.FILE_MISSING: _("Không tìm thấy tệp"),
            self.FILE_REFUSED: _("Tệp không nhận được"),
            self.TRANSCRIPT_MISSING: _("Video, âm thanh chưa có lời thoại"),
            self.UNKNOWN_CATEGORY: _("Chưa có chuyên mục này, bài để ngoài chuyên mục"),
            self.UNKNOWN_CODE: _("Không có thủ tục hoặc cơ quan mang mã này"),
            self.DATE_MISSING: _("Không có ngày đăng, lấy lúc nhập"),
            self.SHORTENED: _("Quá dài, đã cắt bớt"),
            self.REDIRECT_TAKEN: _("Địa chỉ cũ đã dẫn tới nơi khác"),
            self.NO_TITLE: _("Không có tiêu đề"),
            self.NO_TEXT: _("Không có nội dung"),
            self.NOT_AN_ARTICLE: _("Không phải bài viết đã đăng"),
            self.UNREADABLE: _("Không đọc được"),
        }[self]


@dataclass(frozen=True, slots=True)
class Problem:
    """One trouble and what it is about."""

    trouble: Trouble
    about: str = ""

    def __str__(self) -> str:
        return f"{self.trouble.sentence}: {self.about}" if self.about else self.trouble.sentence


# --- Of what a body is made ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Running text: harmless HTML of paragraphs and lists."""

    html: str


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: str


@dataclass(frozen=True, slots=True)
class FoundPicture:
    """A picture as the page names it; ``alt`` is empty where the page says none."""

    address: str
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Gallery:
    title: str
    pictures: tuple[FoundPicture, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    text: str
    speaker: str
    post: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Cells as text, rows of one length; ``is_named`` where the first column names the rows."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    is_named: bool


@dataclass(frozen=True, slots=True)
class Recording:
    address: str
    title: str
    transcript: str = ""
    poster: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to be downloaded."""

    address: str
    title: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A procedure or organization of ours, by its code."""

    kind: str
    code: str


Piece = (
    Paragraphs | Heading | FoundPicture | Gallery | Quotation | Table | Recording | Paper | Mention
)


@dataclass(slots=True)
class Story:
    """One page of the other site."""

    key: str
    title: str = ""
    lead: str = ""
    body: list[Piece] = field(default_factory=list)
    byline: str = ""
    category: str = ""
    tags: tuple[str, ...] = ()
    published_at: datetime | None = None
    changed_at: datetime | None = None
    cover: FoundPicture | None = None
    address: str = ""
    """Where it was read before."""
    problems: list[Problem] = field(default_factory=list)

    def note(self, trouble: Trouble, about: str = "") -> None:
        """Remember a problem, once."""
        problem = Problem(trouble, about)
        if problem not in self.problems:
            self.problems.append(problem)

    @property
    def is_kept_out(self) -> bool:
        return any(problem.trouble.keeps_out for problem in self.problems)

    def pictures(self) -> Iterator[FoundPicture]:
        """Those of the body, in order; the cover is not among them."""
        for piece in self.body:
            if isinstance(piece, FoundPicture):
                yield piece
            elif isinstance(piece, Gallery):
                yield from piece.pictures


def joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Neighboring paragraphs as one piece, as an editor would have typed them."""
    result: list[Piece] = []
    for piece in pieces:
        last = result[-1] if result else None
        if isinstance(piece, Paragraphs) and isinstance(last, Paragraphs):
            result[-1] = Paragraphs(last.html + piece.html)
        else:
            result.append(piece)
    return result
