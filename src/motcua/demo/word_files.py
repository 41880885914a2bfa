"""How does the demo get a Word file of a draft? The smallest one that a word processor opens."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

NAMESPACE = "http://schemas.openxmlformats.org"
PARTS = {
    "[Content_Types].xml": f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="{NAMESPACE}/package/2006/content-types">
<Default Extension="rels"
 ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>""",
    "_rels/.rels": f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="{NAMESPACE}/package/2006/relationships"><Relationship Id="rId1"
 Type="{NAMESPACE}/officeDocument/2006/relationships/officeDocument"
 Target="word/document.xml"/></Relationships>""",
}
ALWAYS = (2026, 1, 1, 0, 0, 0)
"""The moment of every part, so that equal texts are equal bytes."""


def written(title: str, text: str) -> io.BytesIO:
    """A file with the title and a paragraph for every line."""
    lines = [title, *text.splitlines()]
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in lines
    )
    document = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:document xmlns:w="{NAMESPACE}/wordprocessingml/2006/main">'
        f"<w:body>{paragraphs}</w:body></w:document>"
    )
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**PARTS, "word/document.xml": document}.items():
            archive.writestr(zipfile.ZipInfo(name, ALWAYS), content)
    kept.seek(0)
    return kept
