"""How is Vietnamese text compared, sorted and put into addresses? (domain.md §12)

Three keys of one text, from strict to loose: :func:`accented` keeps the marks, :func:`fold` drops
them, :func:`slug` keeps only what an address may hold.
"""

import re
import unicodedata

TONES = "\u0300\u0309\u0303\u0301\u0323"
"""The combining tone marks in dictionary order: huyền, hỏi, ngã, sắc, nặng; no mark is ngang."""

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""The letters in dictionary order; f, j, w and z stand in their Latin places."""

WORD = re.compile(r"[^\W_]+")
"""What counts as one word, in any key."""

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2"
    "\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000110bd"
    "\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001"
    "\U000e0020-\U000e007f]"
)
"""Controls, zero-width marks and direction overrides, which no reader can see."""
_MARKED = "ăâêôơư"
_VOWELS = "aăâeêioôơuưy"
LOOKALIKES = str.maketrans({"Ð": "Đ", "ð": "đ"})
"""Eth stands for the Vietnamese letter in old data; they look the same."""
_SYLLABLE = re.compile(rf"[{ALPHABET}{TONES}]+")
_ONSET = re.compile(rf"qu(?=[{_VOWELS}])|gi(?=[{_VOWELS}])|[^{_VOWELS}]*")
_NUCLEUS = re.compile(rf"[{_VOWELS}]+")
_NOT_ADDRESS = re.compile(r"[^a-z0-9]+")
_SLUG_CAP = 80
_FIRST_LETTER_KEY = ord("A")


def nfc(text: str) -> str:
    """The one form in which text is stored: composed, and without invisible characters."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text))


def narrow(text: str) -> str:
    """The same with figures and signs of common width: ``０９１２`` is ``0912``.

    >>> narrow("０５／０９／２０２６")
    '05/09/2026'
    """
    return unicodedata.normalize("NFKC", nfc(text))


def accented(text: str) -> str:
    """The strict key: composed, small letters, every tone where the old style puts it.

    >>> accented("Hoà Uỷ thuỷ")
    'hòa ủy thủy'
    """
    small = nfc(text).translate(LOOKALIKES).lower()
    return nfc(_SYLLABLE.sub(lambda found: _tone_in_place(found[0]), _letters_and_tones(small)))


def fold(text: str) -> str:
    """The loose key: small letters without any mark, đ as d.

    >>> fold("Đăng ký khai sinh")
    'dang ky khai sinh'
    """
    plain = nfc(text).translate(LOOKALIKES).lower().replace("đ", "d")
    marks_apart = unicodedata.normalize("NFD", plain)
    return unicodedata.normalize("NFC", "".join(c for c in marks_apart if not _is_mark(c)))


def slug(text: str) -> str:
    """The text as part of an address: at most 80 characters, cut between words.

    >>> slug("Cấp thẻ căn cước cho người từ đủ 14 tuổi")
    'cap-the-can-cuoc-cho-nguoi-tu-du-14-tuoi'
    """
    whole = _NOT_ADDRESS.sub("-", fold(text)).strip("-")
    if len(whole) <= _SLUG_CAP:
        return whole
    return whole[: _SLUG_CAP + 1].rpartition("-")[0] or whole[:_SLUG_CAP]


def sort_key(text: str) -> str:
    """ASCII that sorts by byte as a Vietnamese dictionary sorts the text.

    Letters decide first (a < ă < â < b), a shorter word before a longer one; tones decide only
    between equal letters, in the order ngang < huyền < hỏi < ngã < sắc < nặng.
    """
    letters: list[str] = []
    tones: list[str] = []
    for character in _letters_and_tones(accented(text)):
        if character in TONES:
            tones[-1:] = str(TONES.index(character) + 1)
        else:
            letters.append(_letter_key(character))
            tones.append("0")
    return f"{''.join(letters)} {''.join(tones).rstrip('0')}".rstrip()


def personal_sort_key(full_name: str) -> str:
    """The sort key of a person's name: the given name, which stands last, decides first."""
    *before, given = full_name.split() or [""]
    return sort_key(" ".join([given, *before]))


def _letters_and_tones(text: str) -> str:
    """Tones as characters of their own, the letters ă â ê ô ơ ư whole."""
    return "".join(_tone_apart(character) for character in text)


def _tone_apart(character: str) -> str:
    apart = unicodedata.normalize("NFD", character)
    tone = "".join(c for c in apart if c in TONES)
    return nfc("".join(c for c in apart if c not in TONES)) + tone if tone else character


def _tone_in_place(syllable: str) -> str:
    tones = [c for c in syllable if c in TONES]
    if len(tones) != 1:
        return syllable
    letters = syllable.replace(tones[0], "")
    place = _toned_vowel(letters)
    return f"{letters[: place + 1]}{tones[0]}{letters[place + 1 :]}"


def _toned_vowel(letters: str) -> int:
    """Which letter carries the tone: the marked one, else by the shape of the syllable."""
    onset = _ONSET.match(letters)
    start = onset.end() if onset else 0
    nucleus = _NUCLEUS.match(letters, start)
    if nucleus is None:
        return len(letters) - 1
    marked = [place for place in range(*nucleus.span()) if letters[place] in _MARKED]
    if marked:
        return marked[-1]
    return start + _plain_place(len(nucleus[0]), is_closed=nucleus.end() < len(letters))


def _plain_place(vowels: int, *, is_closed: bool) -> int:
    """hoàn: the last before a consonant; ngoài: the middle of three; hòa: the first of two."""
    if is_closed:
        return vowels - 1
    return 1 if vowels > 2 else 0


def _letter_key(character: str) -> str:
    if character in ALPHABET:
        return chr(_FIRST_LETTER_KEY + ALPHABET.index(character))
    if "0" <= character <= "9":
        return character
    return "-" if not character.isalnum() else "~"


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) == "Mn"
