"""What is a reorganization made of? One noun a file."""

from .article_flag import ArticleFlag
from .body import Body
from .change import Change, Party, Share
from .event import PlanEvent
from .moved import Moved
from .pilot import Pilot, PilotSerial
from .pilot_history import PilotDecision, PilotEvent, PilotReview
from .pilot_parts import PilotKeeper, PilotOrganization, PilotPost, Side
from .plan import Plan
from .planning_post import PlanningPost
from .route import Route
from .tick import Tick
from .to_place import ToPlace
from .writing import Writing

__all__ = [
    "ArticleFlag",
    "Body",
    "Change",
    "Moved",
    "Party",
    "Pilot",
    "PilotDecision",
    "PilotEvent",
    "PilotKeeper",
    "PilotOrganization",
    "PilotPost",
    "PilotReview",
    "PilotSerial",
    "Plan",
    "PlanEvent",
    "PlanningPost",
    "Route",
    "Share",
    "Side",
    "Tick",
    "ToPlace",
    "Writing",
]
