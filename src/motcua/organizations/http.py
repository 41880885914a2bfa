"""Who is at the counter, and in which post?"""

from motcua.accounts.http import SignedIn
from motcua.organizations.acting import Acting


class Officer(SignedIn):
    """A request of an officer; ``acting.post`` is None until a hat is chosen."""

    acting: Acting
