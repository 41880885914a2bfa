"""Which recordings are taken? Those whose first bytes are what their name says."""

from django.conf import settings
from django.core.files.base import File

from . import room
from .exceptions import NotCaptions, NotWhatItsNameSays, RecordingTooLarge

MEDIA_TYPES = {
    "mp4": "video/mp4",
    "webm": "video/webm",
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg",
    "opus": "audio/ogg",
    "m4a": "audio/mp4",
}
_EBML, _OGG = b"\x1a\x45\xdf\xa3", b"OggS"


def check(file: File) -> None:
    """Raises what is wrong with it; players are told its type by its name."""
    if file.size > settings.RECORDING_MAX_BYTES:
        raise RecordingTooLarge
    room.check(file.size)
    file.seek(0)
    first = file.read(16)
    file.seek(0)
    if not _begins_as((file.name or "").rpartition(".")[2].lower(), first):
        raise NotWhatItsNameSays


def check_captions(file: File) -> None:
    """Raises where it is no WebVTT (W3C WebVTT §4.1: UTF-8, first the word WEBVTT)."""
    file.seek(0)
    try:
        text = file.read().decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise NotCaptions from wrong
    file.seek(0)
    if not text.startswith("WEBVTT"):
        raise NotCaptions


def _begins_as(extension: str, first: bytes) -> bool:
    if extension in {"mp4", "m4a"}:
        return first[4:8] == b"ftyp"
    if extension == "webm":
        return first.startswith(_EBML)
    if extension == "mp3":
        return first.startswith(b"ID3") or (first[:1] == b"\xff" and first[1:2] >= b"\xe0")
    return first.startswith(_OGG)
