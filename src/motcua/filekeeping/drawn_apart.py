"""Draws one picture or page from standard input to standard output; run by ``drawing`` alone.

``drawn_apart.py MEDIA_TYPE SIDE PIXELS``. It imports nothing of the house, limits itself before it
reads a byte, writes no file, and leaves place, camera and comments of a picture behind.
"""

import io
import resource
import sys
from typing import Any

MEMORY, SECONDS = 1_500_000_000, 20
LARGEST_DRAFT = 2000
QUALITY = 82
LOCKED, UNREADABLE = 3, 4
PASSWORD_ERROR = "password"  # noqa: S105 - a word in pdfium's message


def main() -> int:
    media_type, side, pixels = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    content = sys.stdin.buffer.read()
    try:
        picture = _page(content, side) if media_type.endswith("pdf") else _picture(content, pixels)
        sys.stdout.buffer.write(_as_jpeg(picture, side))
    except Exception as problem:  # noqa: BLE001 - whatever a decoder says, the answer is a number
        return LOCKED if PASSWORD_ERROR in str(problem).lower() else UNREADABLE
    return 0


def _page(content: bytes, side: int) -> Any:
    """The first page of a PDF; a huge one is drawn small, not drawn and shrunk."""
    import pypdfium2

    page = pypdfium2.PdfDocument(content)[0]
    longest = max(page.get_size())
    return page.render(scale=min(side / longest, 4)).to_pil()


def _picture(content: bytes, pixels: int) -> Any:
    from PIL import Image, ImageOps

    if content[4:8] == b"ftyp":
        import pi_heif

        pi_heif.register_heif_opener()
    Image.MAX_IMAGE_PIXELS = pixels
    picture = Image.open(io.BytesIO(content))
    if picture.width * picture.height > pixels:
        raise ValueError("too many pixels")
    picture.draft("RGB", (LARGEST_DRAFT, LARGEST_DRAFT))  # a large JPEG is not unpacked whole
    picture.load()
    return ImageOps.exif_transpose(picture)


def _as_jpeg(picture: Any, side: int) -> bytes:
    from PIL import Image

    picture.thumbnail((side, side))
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        white = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(white, picture.convert("RGBA"))
    written = io.BytesIO()
    plain = Image.new("RGB", picture.size)
    plain.paste(picture.convert("RGB"))
    plain.save(written, "JPEG", quality=QUALITY)
    return written.getvalue()


if __name__ == "__main__":
    sys.exit(main())
