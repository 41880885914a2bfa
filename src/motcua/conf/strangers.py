"""What may somebody try without signing in, how often, and for how long does it count?"""

from . import environment

# --- Looking up without signing in ------------------------------------------------------
LOOK_UP_ALLOWANCES = {"network": (30, 10 * 60), "code": (10, 6 * 60 * 60)}
"""Wrong answers allowed, and within how many seconds. Four digits have 10,000 values: 40 guesses a
day at one code find them with less than 1 % a day. One network may be thousands of people (an
office, a mobile operator): raise its number before you raise the code's."""

DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
"""How long the words of a form may be, so that a field can say that it is too long: a megabyte of
Vietnamese takes three on its way here."""

# --- Asking without spam and without third parties ------------------------------------------
QUESTION_ALLOWANCES = {
    "network": (60, 60 * 60),
    "contact": (6, 24 * 60 * 60),
    "letter": (4, 60 * 60),
    "code": (8, 60 * 60),
    "opinion": (40, 60 * 60),
}
"""Allowed within so many seconds: questions of one network and of one contact, codes by letter to
one address, guesses at one code, opinions of one network. A network may be an office or a mobile
operator: raise its number before you raise the others."""
PROOF_BITS = int(environment.optional("PROOF_BITS", "14"))
"""How much a browser works before its words count as a human's: 2^bits hashes, a second or so."""
PROOF_SECONDS = 3 * 60 * 60
"""How long a page's proof counts; who writes longer is looked at by a human."""
FASTEST_SECONDS = 4
"""Nobody writes anything sooner than this."""
QUESTION_CODE_SECONDS = 20 * 60
"""How long the code in a letter counts."""
QUESTION_LINK_SECONDS = 30 * 24 * 60 * 60
"""How long the link in a letter opens a question of somebody without an account."""
QUESTION_MAX_FILES = 5

# --- Commenting on drafts ---------------------------------------------------------------------
COMMENT_ALLOWANCES = {"network": (150, 60 * 60), "writer": (60, 24 * 60 * 60)}
"""Comments allowed within so many seconds, of one network and of one account or address. A draft
has dozens of articles, and a village office writes for everybody around it."""

# --- What was typed when a session was over ------------------------------------------------------
TYPED_SECONDS = 2 * 60 * 60
"""How long it waits for who typed it to sign in again; afterwards it is thrown away."""
TYPED_ALLOWANCES = {"network": (120, 60 * 60)}
"""Pages kept so within so many seconds, of one network; beyond it the page itself keeps them."""
