"""What may a log line say? What happened and where, never about whom."""

import re
import sys
import traceback
from collections.abc import MutableMapping
from types import TracebackType
from typing import Any

import structlog

Line = MutableMapping[str, Any]
ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]

LONG_NUMBER = re.compile(r"\d[\d .-]{7,}\d")
"""Personal numbers (12 digits), old identity cards (9) and phones (10), however they are spaced."""
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
DETAIL = re.compile(r"\n(DETAIL|CONTEXT|HINT|LINE \d+):.*", re.DOTALL)
"""PostgreSQL quotes the refused row after its first line."""
HIDDEN = "•••"
SAFE = frozenset({"timestamp", "level", "logger", "request", "method", "page"})


def hide(text: str) -> str:
    """``text`` without what could name a person."""
    return ADDRESS.sub(HIDDEN, LONG_NUMBER.sub(HIDDEN, DETAIL.sub("", text)))


def hide_persons(logger: object, method: str, line: Line) -> Line:
    """A step of structlog: hide in every free text of the line."""
    for key, value in line.items():
        if isinstance(value, str) and key not in SAFE:
            line[key] = hide(value)
    return line


def exception(info: ExcInfo) -> str:
    """Where it broke, and each exception's own words with persons hidden; never local values."""
    found = traceback.TracebackException(*info, compact=True)
    return "\n".join(_line(line.rstrip()) for line in found.format())


def _line(line: str) -> str:
    return line if line.startswith("  File") else hide(line)


def _spell_exception(logger: object, method: str, line: Line) -> Line:
    info = line.pop("exc_info", None)
    if info is True:
        info = sys.exc_info()
    if isinstance(info, BaseException):
        info = (type(info), info, info.__traceback__)
    if isinstance(info, tuple) and info[0] is not None:
        line["exception"] = exception(info)
    return line


SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]
SECRETIVE: list[Any] = [_spell_exception, hide_persons]


def settings(renderer: Any, level: str = "INFO") -> dict[str, Any]:
    """Django's LOGGING: one line a fact on standard error, from our loggers and from others'."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *SHARED,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": SHARED,
        "processors": [
            *SECRETIVE,
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            renderer,
        ],
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": formatter},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": level, "propagate": True},
            "django.server": {"handlers": [], "propagate": True},
            # They say at every start which jobs they know.
            "procrastinate.blueprints": {"level": "WARNING"},
            "procrastinate.periodic": {"level": "WARNING"},
        },
    }
