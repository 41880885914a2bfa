"""In which sizes and formats does a page offer a picture? Made by a job, never by a request."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .models import Picture, Rendition

FORMATS = ("avif", "webp", "jpeg")
"""Smallest first: a browser takes the first that it knows."""


@dataclass(frozen=True)
class Shape:
    """One way in which pages show pictures."""

    steps: Sequence[tuple[str, int]]
    """How Wagtail cuts it, and the width that comes of it, narrow first."""
    sizes: str
    """How wide the place is, for the browser to choose."""

    def specs(self, picture: Picture) -> list[str]:
        """What is made of ``picture``; nothing wider than itself, and always one."""
        fitting = [cut for cut, width in self.steps if width <= picture.width]
        cuts = fitting or [self.steps[0][0]]
        return [f"{cut}|format-{format}" for cut in cuts for format in FORMATS]


WHOLE = Shape(
    [("width-400", 400), ("width-800", 800), ("width-1344", 1344)],
    "(min-width: 48rem) 42rem, 92vw",
)
"""As it is, as wide as the text."""
COVER = Shape([("fill-480x270", 480), ("fill-960x540", 960)], "(min-width: 60rem) 42rem, 92vw")
"""Sixteen to nine, at the top of a list."""
CARD = Shape([("fill-160x107", 160), ("fill-320x213", 320)], "10rem")
"""Three to two, small beside a title."""
SHARED = "fill-1200x630|format-jpeg"
"""What other sites show when somebody shares the address."""
SHAPES = {"whole": WHOLE, "cover": COVER, "card": CARD}


@dataclass(frozen=True)
class Source:
    """One format of ``<picture>``."""

    media_type: str
    srcset: str


@dataclass(frozen=True)
class Offer:
    """What a page writes: the formats, and the plain picture for everybody else."""

    sources: list[Source]
    src: str
    width: int
    height: int
    sizes: str


def specs(picture: Picture) -> list[str]:
    """Everything that is made of ``picture``, each once."""
    every = [spec for shape in SHAPES.values() for spec in shape.specs(picture)]
    return list(dict.fromkeys([*every, SHARED]))


def offer(picture: Picture, shape: Shape) -> Offer:
    """``picture`` in ``shape`` as far as it is made; else the original, which has no notes either.

    Asks nothing where the renditions were fetched along.
    """
    made = _made(picture, shape.specs(picture))
    sources = [Source(f"image/{format}", _srcset(made, format)) for format in FORMATS]
    plain = _plain(made)
    file = plain.file if plain else picture.file
    held = plain or picture
    found = [source for source in sources[:-1] if source.srcset]
    if plain:
        found.append(sources[-1])
    return Offer(found, file.url, held.width, held.height, shape.sizes)


def shared(picture: Picture) -> Rendition | None:
    """The one for other sites, if it is made."""
    return next(iter(_made(picture, [SHARED])), None)


def _made(picture: Picture, wanted: list[str]) -> list[Rendition]:
    focus = _focus_keys(picture, wanted)
    return sorted(
        (
            each
            for each in picture.renditions.all()
            if each.filter_spec in focus and each.focal_point_key == focus[each.filter_spec]
        ),
        key=lambda each: each.width,
    )


def _focus_keys(picture: Picture, wanted: Iterable[str]) -> dict[str, str]:
    """Renditions that were cut around a former focal point do not count."""
    from wagtail.images.models import Filter

    return {spec: Filter(spec=spec).get_cache_key(picture) for spec in wanted}


def _srcset(made: list[Rendition], format: str) -> str:
    return ", ".join(f"{each.file.url} {each.width}w" for each in _in(made, format))


def _plain(made: list[Rendition]) -> Rendition | None:
    """Of the JPEGs the second: enough for a telephone, and no browser without srcset is large."""
    return next(iter(_in(made, "jpeg")[1::-1]), None)


def _in(made: list[Rendition], format: str) -> list[Rendition]:
    return [each for each in made if each.filter_spec.endswith(f"|format-{format}")]
