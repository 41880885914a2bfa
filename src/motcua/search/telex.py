"""What was typed with a Vietnamese keyboard that was off? *ddawng kys* is *dang ky*."""

import re

_LETTERS = re.compile(r"dd|aa|ee|oo|aw|ow|uw|w")
_BARE = {"dd": "d", "aa": "a", "ee": "e", "oo": "o", "aw": "a", "ow": "o", "uw": "u", "w": "u"}
_TONE = re.compile(r"(?<=[aeiouy])(?P<end>(?:ch|ng|nh|[cmnpt])?)[sfrxj]$")
_TONE_INSIDE = re.compile(r"(?<=[aeiouy])[sfrxj](?=(?:[aeiouy]*)(?:ch|ng|nh|[cmnpt])?$)")
_NUMBERS = re.compile(r"(?<=[a-z])[1-9]")


def decoded(word: str) -> str:
    """The word without the letters (Telex) or digits (VNI) that stand for marks.

    >>> [decoded(word) for word in ("ddawng", "kys", "khai", "giaays", "ho65", "duwowngf")]
    ['dang', 'ky', 'khai', 'giay', 'ho', 'duong']
    """
    if any(letter.isdigit() for letter in word):
        return _NUMBERS.sub("", word)
    bare = _LETTERS.sub(lambda found: _BARE[found[0]], word)
    toned = _TONE.sub(r"\g<end>", bare)
    return toned if toned != bare else _TONE_INSIDE.sub("", bare)
