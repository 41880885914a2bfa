"""What is an administration made of? One noun a file, and all of them live in time."""

from .appointment import IN_PLACE, SEATED, Appointment, AppointmentKind, RememberedHat
from .capacity import Capacity, Seal
from .competence import Competence, Function
from .contact import Contact
from .hand import Hand
from .line import Line
from .organization import (
    IDENTIFIER,
    IDENTIFIER_LENGTH,
    Organization,
    OrganizationKind,
    OrganizationName,
    Subordination,
)
from .post import Duty, Post
from .profile import Profile
from .quota import Quota
from .staffing_post import StaffingPost
from .succession import ChangeKind, Succession
from .territory import Jurisdiction

__all__ = [
    "IDENTIFIER",
    "IDENTIFIER_LENGTH",
    "IN_PLACE",
    "SEATED",
    "Appointment",
    "AppointmentKind",
    "Capacity",
    "ChangeKind",
    "Competence",
    "Contact",
    "Duty",
    "Function",
    "Hand",
    "Jurisdiction",
    "Line",
    "Organization",
    "OrganizationKind",
    "OrganizationName",
    "Post",
    "Profile",
    "Quota",
    "RememberedHat",
    "Seal",
    "StaffingPost",
    "Subordination",
    "Succession",
]
