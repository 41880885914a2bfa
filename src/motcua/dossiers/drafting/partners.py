"""What may a partner fill in beforehand, and how do we know that it came from them?

A partner signs one request (JWS, Ed25519): for which procedure, which answers, for how long. Only
questions that the partner is allowed are taken; of anything else the whole request is refused. The
answers wait sealed behind a link that says nothing, and a draft is made of them only when a citizen
has signed in, seen what came from whom, and agreed (docs/decisions/0031).
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import jwt
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.accounts import personal_numbers
from motcua.accounts.exceptions import NotAPersonalNumber
from motcua.accounts.sealing import keyed_hash
from motcua.catalog.forms.schema import with_value
from motcua.catalog.models import Procedure
from motcua.dossiers.drafting import partner_answers
from motcua.dossiers.exceptions import PrefillRefused, TooLate
from motcua.dossiers.models import Draft, DraftSource, Partner, PartnerPrefill
from motcua.dossiers.models.partner import KEY_ID
from motcua.periods.clock import today
from motcua.search.folding import nfc

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.catalog.models import ProcedureVersion
    from motcua.organizations.acting import Acting

ALGORITHM = "EdDSA"
LONGEST_LIFE = timedelta(minutes=10)
"""A request is signed for one moment; a longer promise is refused."""
LEEWAY = 30
"""Seconds by which clocks may differ."""
LONGEST = 64_000
"""Bytes of a whole request."""


def receive(token: str) -> tuple[PartnerPrefill, str]:
    """Keep what a partner signed; the row and what stands in its link. Raises PrefillRefused."""
    partner = _partner_of(token)
    claims = _verified(token, partner)
    version = _version(partner, str(claims["procedure"]))
    answers = partner_answers.taken(partner, version, claims["answers"])
    return _kept(partner, version, answers, claims)


def _partner_of(token: str) -> Partner:
    """Whose key it names; raises where nobody has that key today."""
    if len(token) > LONGEST:
        raise PrefillRefused("too_large", _("Yêu cầu dài quá."), status=413)
    try:
        key_id = str(jwt.get_unverified_header(token).get("kid", ""))
    except jwt.InvalidTokenError:
        raise _unsigned() from None
    if not re.match(KEY_ID, key_id):
        raise _unsigned()
    partner = Partner.objects.on(today()).filter(key_id=key_id).first()
    if partner is None:
        raise _unsigned()
    return partner


def _verified(token: str, partner: Partner) -> dict[str, Any]:
    """What was signed, if it holds now and for us; wrong and unknown keys answer alike."""
    needed = ["iss", "aud", "iat", "exp", "jti", "procedure", "answers"]
    try:
        claims: dict[str, Any] = jwt.decode(
            token,
            partner.public_key.strip(),
            algorithms=[ALGORITHM],
            audience=settings.BASE_URL,
            issuer=partner.key_id,
            leeway=LEEWAY,
            options={"require": needed},
        )
    except jwt.ExpiredSignatureError:
        raise PrefillRefused("expired", _("Chữ ký đã hết hạn."), status=401) from None
    except (jwt.InvalidTokenError, ValueError, TypeError):
        raise _unsigned() from None
    if not _is_text(claims):
        raise PrefillRefused("answers", _("Yêu cầu có chữ không đọc được."))
    if not all(isinstance(claims[name], int | float) for name in ("iat", "exp")):
        raise _unsigned()  # pyjwt takes numbers in quotation marks, the standard does not
    if claims["exp"] - claims["iat"] > LONGEST_LIFE.total_seconds():
        raise PrefillRefused("lives_too_long", _("Chữ ký chỉ được có hiệu lực nhiều nhất 10 phút."))
    return claims


def _is_text(claims: dict[str, Any]) -> bool:
    """Whether it can be kept: JSON may hold halves of letters that no text has."""
    try:
        json.dumps(claims, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _unsigned() -> PrefillRefused:
    return PrefillRefused(
        "signature", _("Chữ ký không đúng hoặc đối tác chưa đăng ký."), status=401
    )


def _version(partner: Partner, code: str) -> ProcedureVersion:
    day = today()
    procedure = Procedure.objects.offered_on(day).filter(code=nfc(code)).first()
    version = procedure.version_on(day) if procedure else None
    if version is None or not version.takes_online or code not in partner.allowed:
        raise PrefillRefused("procedure", _("Đối tác không được điền sẵn thủ tục này."), status=403)
    return version


def _kept(
    partner: Partner, version: ProcedureVersion, answers: dict[str, Any], claims: Mapping[str, Any]
) -> tuple[PartnerPrefill, str]:
    word = secrets.token_urlsafe(24)
    try:
        with transaction.atomic():
            made = PartnerPrefill.objects.create(
                partner=partner,
                version=version,
                key=_key(word),
                number=keyed_hash("partner request", str(claims["jti"])),
                subject_key=_subject(claims),
                answers=answers,
                expires_at=timezone.now() + timedelta(seconds=settings.PARTNER_LINK_SECONDS),
            )
    except IntegrityError:
        raise PrefillRefused("replayed", _("Yêu cầu này đã được nhận."), status=409) from None
    return made, word


def _subject(claims: Mapping[str, Any]) -> str:
    """For whom it is, if the partner says so: by personal number, of which the hash is kept."""
    if "personal_number" not in claims:
        return ""
    try:
        return personal_numbers.key_of(str(claims["personal_number"]))
    except NotAPersonalNumber:
        raise PrefillRefused("subject", _("Số định danh cá nhân gồm đúng 12 chữ số.")) from None


# --- Taken by the citizen ---------------------------------------------------------------------


def waiting(word: str, person: Person) -> PartnerPrefill | None:
    """What waits behind a link for ``person``: still valid, nobody else's, meant for them."""
    rows = PartnerPrefill.objects.select_related("partner", "version__procedure", "draft")
    found = rows.filter(key=_key(word)).first()
    if found is None or (found.subject_key and found.subject_key != person.personal_number_key):
        return None
    if found.taken_at:
        return found if found.person_id == person.pk and found.draft_id else None
    return found if found.expires_at > timezone.now() else None


@transaction.atomic
def take(prefill: PartnerPrefill, *, by: Acting) -> Draft:
    """A draft of what came and what the sign-in tells; once, however often it is pressed.

    TooLate where somebody else was faster, or the draft was thrown away since.
    """
    now = PartnerPrefill.objects.select_for_update(of=("self",)).get(pk=prefill.pk)
    if now.draft is not None and now.person_id == by.person.pk:
        return now.draft
    if now.taken_at is not None:
        raise TooLate
    draft = Draft.objects.begin(prefill.version, by=by)
    answers = draft.data
    for path, value in now.answers.items():
        answers = with_value(answers, path, value)
    draft.write(answers)
    paths = list(now.answers)
    DraftSource.objects.create(draft=draft, partner=now.partner, paths=paths, person=by.person)
    now.person, now.draft, now.taken_at, now.answers = by.person, draft, timezone.now(), {}
    now.save(update_fields=["person", "draft", "taken_at", "answers"])
    return draft


def forget_old() -> int:
    """Throw away what nobody took in time; a signature that old is refused by its own date."""
    over = PartnerPrefill.objects.filter(expires_at__lt=timezone.now(), taken_at=None)
    return over.delete()[0]


def _key(word: str) -> str:
    return keyed_hash("partner link", word)
