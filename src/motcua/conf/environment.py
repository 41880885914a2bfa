"""What the environment says, read in one place and refused with a sentence."""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def required(name: str) -> str:
    """The value of an environment variable that has no safe default."""
    if value := os.environ.get(name):
        return value
    raise ImproperlyConfigured(f"Set the environment variable {name}; docs/operations.md says how.")


def optional(name: str, otherwise: str) -> str:
    """The value of an environment variable that has a safe default."""
    return os.environ.get(name) or otherwise


def words(name: str) -> list[str]:
    """A comma-separated list, empty where nothing is set."""
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


def data_dir() -> Path:
    """The private folder for uploads and, in the demo, the database."""
    return Path(os.environ.get("DATA_DIR", ".demo")).resolve()


def database(url: str, *, pooled: bool = False) -> dict[str, object]:
    """Django's settings for ``postgresql://user:password@host:port/name?host=/socket/folder``.

    ``pooled`` where PgBouncer stands between in transaction mode: no cursor outlives one there.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("DATABASE_URL must begin with postgresql://")
    options = {"connect_timeout": "10", **dict(parse_qsl(parts.query))}
    host = options.pop("host", "") or unquote(parts.hostname or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(options.pop("port", "") or parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "DISABLE_SERVER_SIDE_CURSORS": pooled,
        "OPTIONS": options,
    }
