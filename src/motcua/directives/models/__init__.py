"""What are conclusions and tasks made of? One noun a file."""

from .conclusion import Conclusion, ConclusionEvent, Passage
from .event import Evidence, TaskEvent
from .following_post import FollowingPost
from .reminder import Reminder
from .serial import ConclusionSerial
from .support import Support
from .task import Task

__all__ = [
    "Conclusion",
    "ConclusionEvent",
    "ConclusionSerial",
    "Evidence",
    "FollowingPost",
    "Passage",
    "Reminder",
    "Support",
    "Task",
    "TaskEvent",
]
