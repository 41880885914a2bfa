"""What stays of every act of staffing? One noun a file."""

from .change import StaffChange
from .event import StaffEvent
from .file import StaffFile

__all__ = ["StaffChange", "StaffEvent", "StaffFile"]
