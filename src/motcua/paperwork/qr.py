"""How does a camera read an address from paper? QR codes as SVG."""

import io

import segno


def inline(text: str) -> str:
    """The same as a part of a page: it takes the size that the style sheet gives it."""
    drawn = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        drawn, kind="svg", border=2, xmldecl=False, svgns=False, nl=False, omitsize=True
    )
    return drawn.getvalue().decode()


def svg(text: str) -> str:
    """The QR code of ``text`` as an SVG document, black on white with its quiet zone.

    Error correction M (15 %) survives a crease or a stamp on the edge; the code is never boosted to
    a micro QR, which telephones do not read.
    """
    drawn = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        drawn, kind="svg", border=4, light="#fff", xmldecl=False, svgns=True, nl=False
    )
    return drawn.getvalue().decode()
