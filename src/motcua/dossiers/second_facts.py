"""What proves to a stranger's page that someone knows a dossier besides its code?

The last four digits of the phone or of the personal number that were given. Kept only as keyed
hashes bound to the code, so that neither the digits nor two equal ones can be told.
"""

import hmac
import re

from motcua.accounts.sealing import keyed_hash

DIGITS = 4


def tail_key(code: str, number: str) -> str:
    """The keyed hash of the last four digits of ``number``; empty where it has fewer."""
    digits = re.sub(r"\D", "", number)
    return keyed_hash("dossier tail", code, digits[-DIGITS:]) if len(digits) >= DIGITS else ""


def is_known(key: str, code: str, digits: str) -> bool:
    """Whether ``digits`` are the ones behind ``key``; takes the same time for every answer."""
    given = keyed_hash("dossier tail", code, digits)
    return hmac.compare_digest(given, key)
