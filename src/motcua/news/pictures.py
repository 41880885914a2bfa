"""Which pictures are taken, and how are they written anew? Nothing of the camera's notes stays."""

import io
import warnings
from pathlib import PurePath
from typing import IO, Any

from django.core.files.base import ContentFile
from PIL import Image, ImageOps, UnidentifiedImageError

from .exceptions import BrokenPicture, MovingPictureTooLong, NotAPicture, PictureTooLarge

MOST_PIXELS = 50_000_000
MOST_PIXELS_MOVING = 100_000_000
"""All frames of a moving picture together."""
MOST_FRAMES = 1_000
"""More than a minute of a moving picture; a million frames of one pixel would keep us for hours."""
PHOTOGRAPHS = {"MPO": "JPEG"}
"""A JPEG with further pictures behind it, as some telephones write it: the first counts."""
FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif", "GIF": "gif"}
KEPT_QUALITY = 92
"""Of originals; what pages show is made from them."""


class CleanPicture(ContentFile):
    """A picture that we wrote ourselves."""


def clean(file: Any, name: str) -> CleanPicture:
    """The picture, decoded, turned upright and written anew, under ``name`` with its true ending.

    What stood in the file beside the pixels (place, camera, preview, anything appended) is gone.
    Raises what is wrong with it.
    """
    for known in (file, getattr(file, "file", None)):
        if isinstance(known, CleanPicture):
            return known
    return _written(_decoded(file), name)


def _decoded(file: IO[bytes]) -> Image.Image:
    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(file, formats=list(FORMATS))
            _measure(picture)
            picture.load()
    except Image.DecompressionBombError as bomb:
        raise PictureTooLarge from bomb
    except UnidentifiedImageError as unknown:
        raise NotAPicture from unknown
    except (OSError, SyntaxError, ValueError, EOFError) as broken:  # what decoders raise
        raise BrokenPicture from broken
    return picture


def _measure(picture: Image.Image) -> None:
    """Before anything is decoded: the header says how much there will be."""
    pixels = picture.width * picture.height
    if pixels > MOST_PIXELS:
        raise PictureTooLarge
    frames = 1 if picture.format in PHOTOGRAPHS else getattr(picture, "n_frames", 1)
    if frames > MOST_FRAMES or pixels * frames > MOST_PIXELS_MOVING:
        raise MovingPictureTooLong


def _written(picture: Image.Image, name: str) -> CleanPicture:
    format = PHOTOGRAPHS.get(str(picture.format), picture.format or "PNG")
    moving = getattr(picture, "is_animated", False) and format in {"GIF", "WEBP"}
    clean = picture if moving else _upright(picture, format)
    # The colors' profile fits the colors that it was made for, and no others.
    profile = picture.info.get("icc_profile") if clean.mode == picture.mode else None
    out = io.BytesIO()
    clean.save(
        out,
        format,
        **({"save_all": True} if moving else {"icc_profile": profile}),
        **({} if format in {"PNG", "GIF"} else {"quality": KEPT_QUALITY}),
        **_nothing_beside(format),
    )
    return CleanPicture(out.getvalue(), f"{PurePath(name).stem or 'anh'}.{FORMATS[format]}")


def _upright(picture: Image.Image, format: str) -> Image.Image:
    """Turned as its camera meant it, and pixels only."""
    turned = ImageOps.exif_transpose(picture)
    if format == "JPEG" and turned.mode not in {"RGB", "L"}:
        turned = turned.convert("RGB")
    if turned.mode.startswith("I"):  # sixteen bits of gray, which no page can show
        turned = turned.convert("I").point(lambda deep: deep * (1 / 256)).convert("L")
    bare = Image.new(turned.mode, turned.size)
    if turned.mode == "P" and (palette := turned.getpalette("RGBA")):
        bare.putpalette(palette, "RGBA")
    bare.paste(turned)
    return bare


def _nothing_beside(format: str) -> dict[str, bytes]:
    """Neither place nor camera nor a comment, which moving pictures would carry along."""
    return {"PNG": {}, "GIF": {"comment": b""}}.get(format, {"exif": b""})
