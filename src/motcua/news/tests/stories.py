"""An article that holds every block."""

import zipfile
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from wagtail.documents.models import Document

from motcua.dossiers.tests.factories import OrganizationFactory, VersionFactory
from motcua.news.blocks import BODY
from motcua.news.models import Article, Media, Topic

from . import factories

MP3 = b"ID3\x04\x00\x00\x00\x00\x00\x00" + bytes(4000)
MP4 = b"\x00\x00\x00\x18ftypmp42" + bytes(10_000)


def recording(name: str = "phat-bieu.mp3", content: bytes = MP3, **more: Any) -> Media:
    made = Media(
        title="Phát biểu khai mạc",
        file=ContentFile(content, name),
        transcript="Kính thưa quý vị đại biểu.",
        **more,
    )
    made.full_clean()
    made.save()
    return made


def document() -> Document:
    return Document.objects.create(
        title="Danh sách 54 trung tâm", file=ContentFile(b"%PDF-1.7\n%%EOF", "danh-sach.pdf")
    )


def body() -> list[tuple[str, Any]]:
    procedure: Any = VersionFactory().procedure
    picture = {"picture": factories.picture(), "caption": "Trên đảo Cô Tô", "credit": "Ảnh: Lan"}
    table = {
        "columns": [{"type": "text", "heading": "Phường"}, {"type": "number", "heading": "Hồ sơ"}],
        "rows": [{"values": ["Bãi Cháy", "1200"]}, {"values": ["Hồng Gai", "900"]}],
        "caption": "",
    }
    typed = BODY.child_blocks["table"].child_blocks["table"].to_python(table)
    return [
        (
            "paragraph",
            BODY.child_blocks["paragraph"].to_python("<p>Người dân <b>nộp hồ sơ</b>.</p>"),
        ),
        ("heading", {"text": "Thời hạn tính thế nào?", "level": "h2"}),
        ("picture", picture),
        ("gallery", {"title": "Ngày đầu tiên", "pictures": [picture, picture]}),
        (
            "quotation",
            {"text": "Đó là việc của chúng tôi.", "speaker": "Bà Mẫu", "post": "Giám đốc"},
        ),
        ("table", {"caption": "Hồ sơ theo phường", "first_column_is_header": True, "table": typed}),
        ("media", recording()),
        ("media", recording("khai-mac.mp4", MP4)),
        ("document", document()),
        ("procedure", procedure.code),
        ("organization", OrganizationFactory().identifier),
    ]


def whole(**more: Any) -> Article:
    """Published, with a picture at its head, tags and a category."""
    return factories.article(
        body=body(),
        picture=factories.picture(),
        category=factories.category(),
        tags=("một cửa", "phi địa giới"),
        byline="Văn phòng",
        **more,
    )


def in_town() -> Article:
    """With everything that has an address of its own, as small as can be."""
    topic = Topic.objects.create(name="Chính quyền hai cấp")
    shown = [("document", document()), ("picture", {"picture": factories.picture((40, 30))})]
    return factories.article(body=shown, category=factories.category(), topics=[topic])


def polyglot() -> bytes:
    """A picture that is an archive, too."""
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w") as zipped:
        zipped.writestr("evil.html", "<script>alert(1)</script>")
    return factories.image((40, 30)) + archive.getvalue()
