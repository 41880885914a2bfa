"""How is a long official name said where there is little room? As everybody abbreviates it."""

from __future__ import annotations

SHORT = {
    "Ủy ban nhân dân": "UBND",
    "Hội đồng nhân dân": "HĐND",
    "Ủy ban Mặt trận Tổ quốc Việt Nam": "UBMTTQ",
    "Mặt trận Tổ quốc": "MTTQ",
    "Trung tâm Phục vụ hành chính công": "TTPVHCC",
}


def shortened(name: str) -> str:
    """The name with its usual abbreviations; the whole name stands beside the drawing.

    >>> shortened("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường Hồng Gai")
    'Văn phòng HĐND và UBND phường Hồng Gai'
    """
    for long, short in SHORT.items():
        name = name.replace(long, short)
    return name


def cut(text: str, letters: int) -> str:
    """At most so many letters, cut between words.

    >>> cut("Sở Nông nghiệp và Môi trường", 16)
    'Sở Nông nghiệp …'
    """
    if len(text) <= letters:
        return text
    return f"{text[: letters - 1].rpartition(' ')[0]} …"
