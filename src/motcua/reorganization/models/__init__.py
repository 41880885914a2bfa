"""What is a reorganization made of? One noun a file."""

from .body import Body
from .change import Change, Party, Share
from .event import PlanEvent
from .moved import Moved
from .plan import Plan
from .planning_post import PlanningPost
from .route import Route
from .tick import Tick
from .to_place import ToPlace
from .told import Told

__all__ = [
    "Body",
    "Change",
    "Moved",
    "Party",
    "Plan",
    "PlanEvent",
    "PlanningPost",
    "Route",
    "Share",
    "Tick",
    "ToPlace",
    "Told",
]
