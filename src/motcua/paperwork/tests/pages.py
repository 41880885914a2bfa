"""How a test reads a PDF: text, pictures and the marks that software reads."""

import ctypes
import unicodedata

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import zxingcpp


def text_of(pdf: bytes) -> str:
    """All words of all pages, composed, with single spaces."""
    pages = [page.get_textpage().get_text_bounded() for page in pdfium.PdfDocument(pdf)]
    return unicodedata.normalize("NFC", " ".join(" ".join(pages).split()))


def picture_of(pdf: bytes, page: int = 0, dpi: int = 150):
    return pdfium.PdfDocument(pdf)[page].render(scale=dpi / 72).to_pil()


def codes_on(pdf: bytes) -> list[str]:
    """What a camera reads from the first page."""
    return [code.text for code in zxingcpp.read_barcodes(picture_of(pdf))]


def is_tagged(pdf: bytes) -> bool:
    document = pdfium.PdfDocument(pdf)  # kept alive while its pointer is used
    return bool(pdfium_c.FPDFCatalog_IsTagged(document.raw))


def fonts_of(pdf: bytes) -> dict[str, bool]:
    """Each font that is used, and whether it is embedded."""
    return dict(
        _font(item)
        for page in pdfium.PdfDocument(pdf)
        for item in page.get_objects([1], max_depth=9)
    )


def _font(item) -> tuple[str, bool]:
    font = pdfium_c.FPDFTextObj_GetFont(item.raw)
    name = ctypes.create_string_buffer(200)
    pdfium_c.FPDFFont_GetBaseFontName(font, name, 200)
    return name.value.decode(), pdfium_c.FPDFFont_GetIsEmbedded(font) == 1
