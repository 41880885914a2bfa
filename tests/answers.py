"""What can happen to somebody at a door, and which rule gives whom which answer?"""

from collections.abc import Mapping
from enum import StrEnum
from urllib.parse import urlsplit

from django.conf import settings
from django.shortcuts import resolve_url

from .town import Who


class Answer(StrEnum):
    """What happens at a door."""

    SHOWN = "is shown it"
    GOES_ON = "is led on"
    DONE = "has done it"
    """Led on, and something changed."""
    ABSENT = "finds nothing"
    """404: what is not yours does not exist."""
    REFUSED = "is refused"
    NOT_NOW = "cannot do it"
    """409: the page says why."""
    ONE_WAY = "cannot do that here"
    """405: a door that is only read, or only pressed."""
    CITIZENS_DOOR = "is sent to the citizens' door"
    OFFICERS_DOOR = "is sent to the officers' door"
    SECOND_LOCK = "is sent to the second lock"
    CHOOSES_POST = "is asked to choose a post"
    AWAY = "is told to come back"
    """503: an authority that we need is away."""
    UNSPOKEN = "speaks another protocol"
    """412: a door for a program that says which version of its protocol it speaks."""
    UNKNOWN = "gets an answer that nobody expected"


SHOWN, GOES_ON, DONE = Answer.SHOWN, Answer.GOES_ON, Answer.DONE
ABSENT, REFUSED, NOT_NOW, ONE_WAY = Answer.ABSENT, Answer.REFUSED, Answer.NOT_NOW, Answer.ONE_WAY
CITIZENS_DOOR, OFFICERS_DOOR = Answer.CITIZENS_DOOR, Answer.OFFICERS_DOOR
SECOND_LOCK, CHOOSES_POST, AWAY = Answer.SECOND_LOCK, Answer.CHOOSES_POST, Answer.AWAY
UNSPOKEN = Answer.UNSPOKEN
LOCKS = {CITIZENS_DOOR, OFFICERS_DOOR, SECOND_LOCK}

STATUS = {
    200: SHOWN,
    401: REFUSED,
    403: REFUSED,
    404: ABSENT,
    405: ONE_WAY,
    409: NOT_NOW,
    412: Answer.UNSPOKEN,
    503: AWAY,
}
DOORS = {
    settings.LOGIN_URL: CITIZENS_DOOR,
    settings.OFFICER_LOGIN_URL: OFFICERS_DOOR,
    "mfa_activate_totp": SECOND_LOCK,
    "organizations:hats": CHOOSES_POST,
}


def answer_of(response) -> Answer:
    """What the response means, whichever way a door says it."""
    if 300 <= response.status_code < 400:
        return _door(response.url) or GOES_ON
    if response.status_code in {401, 403} and _was_shown(response, "accounts/session_over.html"):
        return _door(response.context["door"]) or Answer.UNKNOWN
    return STATUS.get(response.status_code, Answer.UNKNOWN)


def _door(address: str) -> Answer | None:
    """Which door an address leads to, with a way back (``?next=``); a plain link is none."""
    parts = urlsplit(address)
    return next((door for name, door in DOORS.items() if parts.path == resolve_url(name)), None)


def _was_shown(response, template: str) -> bool:
    return template in {each.name for each in response.templates}


# --- Rules ------------------------------------------------------------------------------------

Rule = Mapping[Who, Answer]

CITIZENS = {Who.OTHER_CITIZEN, Who.OWNER, Who.OWNER_WHO_IS_OFFICER}
OFFICERS = {
    Who.CLERK,
    Who.HANDLER,
    Who.APPROVER,
    Who.OFFICER_ELSEWHERE,
    Who.OFFICER_WITHOUT_POST,
    Who.OWNER_AS_OFFICER,
}


def everybody(answer: Answer) -> Rule:
    return dict.fromkeys(Who, answer)


def signed_in(answer: Answer) -> Rule:
    """By either door; by the officers' with both locks."""
    others = {Who.STRANGER: CITIZENS_DOOR, Who.PASSWORD_ONLY: SECOND_LOCK}
    return {**everybody(answer), **others}


def citizens(answer: Answer) -> Rule:
    """By the citizens' door, at the level that applying takes; below it one is told how to rise."""
    by_door = {who: answer if who in CITIZENS else CITIZENS_DOOR for who in Who}
    return {**by_door, Who.PASSWORD_ONLY: SECOND_LOCK, Who.OWNER_AT_LEVEL_ONE: REFUSED}


def owners(answer: Answer) -> Rule:
    """Whose it is; for other citizens it does not exist."""
    theirs = {Who.OWNER: answer, Who.OWNER_WHO_IS_OFFICER: answer}
    return {**citizens(ABSENT), **theirs}


def officers(answer: Answer) -> Rule:
    """By the officers' door with both locks open; a citizen's session does not count."""
    by_door = {who: answer if who in OFFICERS else OFFICERS_DOOR for who in Who}
    return {**by_door, Who.PASSWORD_ONLY: SECOND_LOCK}


def posts(answer: Answer) -> Rule:
    """Officers who act in a post."""
    return {**officers(answer), Who.OFFICER_WITHOUT_POST: CHOOSES_POST}


def desks(**answers: Answer) -> Rule:
    """Officers on whose desk it lies; for others, the applicant among them, it does not exist."""
    named = {Who[name.upper()]: answer for name, answer in answers.items()}
    return {**posts(ABSENT), **named}


def credentials(answer: Answer) -> Rule:
    """Where officers keep password and second factor, with the second lock still closed too."""
    return {**officers(answer), Who.PASSWORD_ONLY: answer}


def but(rule: Rule, **others: Answer) -> Rule:
    """The same rule with exceptions."""
    return {**rule, **{Who[name.upper()]: answer for name, answer in others.items()}}
