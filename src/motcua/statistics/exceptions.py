"""How can counting fail?"""


class SomebodyFolds(Exception):
    """The books are being rewritten at this moment; come again in a moment."""
