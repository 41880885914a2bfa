"""Is this ID token true, for us, now, and the answer to our question?

OpenID Connect Core 1.0 §3.1.3.7, with the signature always checked: the exception for tokens that
came straight from the token endpoint is not used.
"""

import base64
import hashlib
import hmac
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import jwt

from motcua.accounts.exceptions import ClocksDiffer, TokenInvalid

REQUIRED = ["iss", "sub", "aud", "exp", "iat"]
OLDEST = 600
"""Seconds; a token older than this was not made for the sign-in that is going on."""

FAMILIES = {"RS256": "RSA", "PS256": "RSA", "ES256": "EC"}
"""Which kind of key makes which kind of signature; all over SHA-256."""

Claims = dict[str, Any]


class Keys(Protocol):
    """Finds a public key by its id (none where the token names none)."""

    def __call__(self, kid: str | None, *, again: bool = False) -> dict[str, Any]: ...


@dataclass(frozen=True)
class Expected:
    """What a token must say to be ours."""

    issuer: str
    client_id: str
    nonce: str
    algorithms: Sequence[str]
    leeway: int


def verified(token: str, expected: Expected, *, key: Keys) -> Claims:
    """The claims of a token that passed every check; raises TokenInvalid or ClocksDiffer."""
    try:
        claims = _decoded(token, expected, key)
    except (jwt.ExpiredSignatureError, jwt.ImmatureSignatureError) as wrong_time:
        raise ClocksDiffer from wrong_time
    except jwt.PyJWTError as wrong:
        raise TokenInvalid from wrong
    _check_party(claims, expected.client_id)
    _check_age(claims, expected.leeway)
    if not expected.nonce or not _same(claims.get("nonce"), expected.nonce):
        raise TokenInvalid
    return claims


def check_access_token(claims: Claims, access_token: str) -> None:
    """Where the ID token names the access token (``at_hash``), it must be this one."""
    digest = hashlib.sha256(access_token.encode()).digest()
    left_half = base64.urlsafe_b64encode(digest[:16]).rstrip(b"=").decode()
    if "at_hash" in claims and not _same(claims["at_hash"], left_half):
        raise TokenInvalid


def _decoded(token: str, expected: Expected, key: Keys) -> Claims:
    """Once more with fresh keys: a provider that names no key may have changed it meanwhile."""
    header = jwt.get_unverified_header(token)
    try:
        return _read(token, expected, _fitting(header, expected.algorithms, key(header.get("kid"))))
    except jwt.InvalidSignatureError:
        fresh = key(header.get("kid"), again=True)
        return _read(token, expected, _fitting(header, expected.algorithms, fresh))


def _fitting(header: Claims, algorithms: Sequence[str], found: dict[str, Any]) -> jwt.PyJWK:
    """The key, where it is of the kind that makes such signatures."""
    algorithm = header.get("alg", "none")
    fits = found.get("kty") == FAMILIES.get(algorithm) and found.get("alg", algorithm) == algorithm
    if algorithm not in algorithms or not fits:
        raise TokenInvalid
    return jwt.PyJWK(found, algorithm=algorithm)


def _read(token: str, expected: Expected, public: jwt.PyJWK) -> Claims:
    claims: Claims = jwt.decode(
        token,
        public,
        algorithms=list(expected.algorithms),
        audience=expected.client_id,
        issuer=expected.issuer,
        leeway=expected.leeway,
        options={"require": REQUIRED},
    )
    return claims


def _check_party(claims: Claims, client_id: str) -> None:
    """Several audiences need ``azp``, and ``azp`` must be us (§3.1.3.7, 4 and 5)."""
    audience = claims["aud"]
    several = isinstance(audience, list) and len(audience) > 1
    if (several or "azp" in claims) and claims.get("azp") != client_id:
        raise TokenInvalid


def _check_age(claims: Claims, leeway: int) -> None:
    if claims["iat"] < time.time() - OLDEST - leeway:
        raise ClocksDiffer


def _same(given: object, expected: str) -> bool:
    return hmac.compare_digest(str(given).encode(), expected.encode())
