"""With which code does one find the way back to a draft, and what does it open?

Twelve letters and digits that a hand can write and nobody misreads; the last one checks the others.
The code alone opens nothing: a second fact belongs to it, and what is typed in the draft is seen
only after signing in as its owner or as somebody invited (docs/decisions/0031).
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from motcua.accounts.attempts import Attempted
from motcua.accounts.sealing import keyed_hash
from motcua.dossiers import exceptions, second_facts
from motcua.dossiers.models import Draft, DraftCode

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting

ALPHABET = "23456789ACDEFGHJKLMNPQRTUVWXY"
"""29 signs, a prime number, so that one wrong sign or two changed places never add up."""
LENGTH = 12
READ_AS = str.maketrans({"S": "5", "Z": "2", "B": "8"})
"""What is no sign of ours and is meant for one."""
NOBODY = "0" * 64


def new_code() -> str:
    """A code as it is kept: eleven signs by chance and one that checks them."""
    first = "".join(secrets.choice(ALPHABET) for _place in range(LENGTH - 1))
    return first + check_sign(first)


def check_sign(first: str) -> str:
    """The sign that belongs behind ``first``."""
    total = sum(place * ALPHABET.index(sign) for place, sign in enumerate(first, start=2))
    return ALPHABET[-total % len(ALPHABET)]


def written(code: str) -> str:
    """As it is printed: ``7KQM-2XRA-9TCH``."""
    return "-".join(code[place : place + 4] for place in range(0, LENGTH, 4))


def parsed(text: str) -> str | None:
    """The code that somebody typed; None where it can be none of ours."""
    plain = unicodedata.normalize("NFKC", text[:80]).upper()
    code = re.sub(r"[\W_]", "", plain).translate(READ_AS)
    if len(code) != LENGTH or set(code) - set(ALPHABET):
        return None
    return code if check_sign(code[:-1]) == code[-1] else None


@transaction.atomic
def issue(draft: Draft, *, by: Acting) -> str:
    """A new code for the owner's draft; the one before opens nothing any more."""
    if by.person.pk != draft.person_id:
        raise exceptions.NotYourMove
    now, code = timezone.now(), new_code()
    held = draft.held()
    phone = held.contact_phone or by.person.phone
    DraftCode.objects.filter(draft=draft).delete()
    DraftCode.objects.create(
        draft=draft,
        key=_key(code),
        phone_tail_key=second_facts.tail_key(code, phone),
        personal_number_tail_key=second_facts.tail_key(code, by.person.personal_number),
        made_at=now,
        expires_at=now + timedelta(days=settings.DRAFT_CODE_DAYS),
    )
    return code


def attempted(*, network: str, code: str) -> Attempted:
    """One try of one network with one code, by the limits of every look-up."""
    return Attempted("draft code", settings.LOOK_UP_ALLOWANCES, network=network, code=code)


def opened(code: str, digits: str) -> Draft | None:
    """The draft that code and second fact lead to; wrong and unknown take the same work."""
    found = DraftCode.objects.filter(
        key=_key(code), expires_at__gt=timezone.now(), draft__dossier__isnull=True
    ).first()
    keys = [found.phone_tail_key, found.personal_number_tail_key] if found else [NOBODY, NOBODY]
    asked = [second_facts.is_known(key, code, digits) for key in keys]
    return found.draft if found and any(asked) else None


def _key(code: str) -> str:
    return keyed_hash("draft code", code)
