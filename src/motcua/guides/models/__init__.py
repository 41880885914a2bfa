"""What do editors keep for citizens: guides, conditions, fees, exemptions, offices' own terms?"""

from .conditions import Condition
from .editions import Edition
from .fees import Exemption, Fee
from .office_terms import OfficeTerms

__all__ = ["Condition", "Edition", "Exemption", "Fee", "OfficeTerms"]
