"""What stays of every act of staffing? One noun a file."""

from .change import StaffChange
from .event import StaffEvent

__all__ = ["StaffChange", "StaffEvent"]
