"""Which words sound alike to somebody? *chú* and *trú*, *xinh* and *sinh*, *làm* and *nàm*."""

import re

_BEGINNINGS = re.compile(r"^(?:tr|ch|x|s|gi|d|r|ngh|gh|ng|n(?!h)|l|k|qu|c)")
_ALIKE = {
    **{"tr": "ch", "x": "s", "gi": "d", "r": "d", "n": "l", "k": "c", "qu": "w", "v": "d"},
    **{"ngh": "ng", "gh": "g"},
}
_TWICE = re.compile(r"(.)\1+")
_ENDINGS = re.compile(r"(?:ng|n|c|t)$")
_ALIKE_AT_THE_END = {"ng": "n", "c": "t"}


def sound(word: str) -> str:
    """A key that words share which people take for each other; without marks.

    >>> sound("tru") == sound("chu"), sound("xinh") == sound("sinh"), sound("la") == sound("ta")
    (True, True, False)
    """
    single = _TWICE.sub(r"\1", word)
    begun = _BEGINNINGS.sub(lambda found: _ALIKE.get(found[0], found[0]), single)
    return _ENDINGS.sub(lambda found: _ALIKE_AT_THE_END.get(found[0], found[0]), begun)
