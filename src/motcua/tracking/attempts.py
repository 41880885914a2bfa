"""Who guesses at a second fact? Wrong answers use up an allowance; right ones give theirs back.

A second fact of four digits has ten thousand values, so guessing must be slow: per code whoever
asks, and per network whatever it asks for.
"""

from django.conf import settings

from motcua.accounts.attempts import Attempted


def attempted(*, network: str, code: str) -> Attempted:
    """One try of one network with one code."""
    return Attempted("look-up", settings.LOOK_UP_ALLOWANCES, network=network, code=code)
