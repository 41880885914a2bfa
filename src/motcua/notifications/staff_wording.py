"""What does the letter say that leads to a new account? A login name and a way in; no password.

What stands in the address is the proof that a forgotten password takes, too: it works once, for
as long as Django's ``PASSWORD_RESET_TIMEOUT`` says, and no more once a password was chosen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.utils import translation

from motcua.periods.clock import day_of
from motcua.ui.models import SiteIdentity

from .wording import Words, address_of, in_words

if TYPE_CHECKING:
    from .models import StaffLetter


def words_about_account(letter: StaffLetter) -> Words:
    """The letter, in Vietnamese."""
    person = letter.change.holder
    if person is None:  # only changes about somebody have a letter
        raise LookupError(letter.pk)
    proof = default_token_generator.make_token(person)
    facts = {
        "name": person.full_name,
        "username": person.username,
        "link": address_of("account_reset_password_from_key", user_pk_to_url_str(person), proof),
        "days": settings.PASSWORD_RESET_TIMEOUT // 86_400,
        "site": SiteIdentity.objects.on(day_of(letter.written_at)).first(),
        "is_demo": person.is_demo,
    }
    with translation.override(settings.LANGUAGE_CODE):
        return in_words("staff_account", facts)
