"""How do we talk to the citizens' identity provider? OpenID Connect Core and Discovery 1.0.

Endpoints and keys are remembered for all processes; a key that is not among them is asked for
again once a minute at most, so that the provider may change its keys whenever it likes.
"""

from dataclasses import dataclass
from typing import Any

import requests
from django.core.cache import cache

from motcua.accounts.exceptions import NotConnected, ProviderAway, SignInRefused, TokenInvalid

TIMEOUT = (3.05, 10)
"""Seconds to connect, and to wait for an answer."""

METADATA_SECONDS = 3600
KEYS_SECONDS = 3600
SECONDS_BETWEEN_KEY_REQUESTS = 60

Json = dict[str, Any]


@dataclass(frozen=True)
class Tokens:
    """What the token endpoint gave for a code."""

    access_token: str
    id_token: str


@dataclass(frozen=True)
class IdentityProvider:
    """One issuer and who we are to it."""

    issuer: str
    client_id: str
    secret: str

    def metadata(self) -> Json:
        """The provider's own description; refused where it claims to be another issuer."""
        if not self.issuer:
            raise NotConnected
        remembered = f"oidc:metadata:{self.issuer}"
        known: Json | None = cache.get_or_set(remembered, self._described, METADATA_SECONDS)
        return known or {}

    def _described(self) -> Json:
        described = _json(_request("GET", f"{self.issuer}/.well-known/openid-configuration"))
        if described.get("issuer") != self.issuer:
            raise TokenInvalid
        return described

    def endpoint(self, name: str) -> str:
        """The address of e.g. ``token_endpoint``."""
        address = self.metadata().get(name)
        if not isinstance(address, str):
            raise ProviderAway
        return address

    def key(self, kid: str | None, *, again: bool = False) -> Json:
        """The public key of that id; asks the provider ``again`` where a new one may have come."""
        found = None if again else _pick(self._keys(), kid)
        if found is None and self._may_ask_again():
            found = _pick(self._keys(again=True), kid)
        if found is None:
            raise TokenInvalid
        return found

    def _may_ask_again(self) -> bool:
        return cache.add(f"oidc:asked:{self.issuer}", "y", SECONDS_BETWEEN_KEY_REQUESTS)

    def _keys(self, *, again: bool = False) -> list[Json]:
        remembered = f"oidc:keys:{self.issuer}"
        known = None if again else cache.get(remembered)
        if known is None:
            known = _json(_request("GET", self.endpoint("jwks_uri"))).get("keys")
            cache.set(remembered, known, KEYS_SECONDS)
        return known if isinstance(known, list) else []

    def exchange(self, code: str, *, verifier: str, redirect_uri: str) -> Tokens:
        """The tokens for a code; the verifier proves that we asked for it (RFC 7636)."""
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect_uri,
            "code_verifier": verifier,
        }
        given = _json(self._post(form), refused=TokenInvalid)
        try:
            return Tokens(str(given["access_token"]), str(given["id_token"]))
        except KeyError as missing:
            raise TokenInvalid from missing

    def _post(self, form: dict[str, str]) -> requests.Response:
        form, basic = form | {"client_id": self.client_id}, None
        if self._wants_secret_in_form():
            form["client_secret"] = self.secret
        else:
            basic = requests.auth.HTTPBasicAuth(self.client_id, self.secret)
        return _request("POST", self.endpoint("token_endpoint"), data=form, auth=basic)

    def _wants_secret_in_form(self) -> bool:
        methods = self.metadata().get("token_endpoint_auth_methods_supported", [])
        return "client_secret_basic" not in (methods or ["client_secret_basic"])

    def userinfo(self, access_token: str) -> Json:
        """The claims about whoever the access token stands for."""
        bearer = {"Authorization": f"Bearer {access_token}"}
        answer = _request("GET", self.endpoint("userinfo_endpoint"), headers=bearer)
        return _json(answer, refused=TokenInvalid)


def _request(method: str, address: str, **kwargs: Any) -> requests.Response:
    try:
        return requests.request(method, address, timeout=TIMEOUT, allow_redirects=False, **kwargs)
    except requests.RequestException as away:
        raise ProviderAway from away


def _json(response: requests.Response, *, refused: type[SignInRefused] = ProviderAway) -> Json:
    """The object in the answer; ``refused`` says what a 4xx means: our question, or an outage."""
    if 400 <= response.status_code < 500:
        raise refused
    try:
        answer = response.json() if response.ok else None
    except requests.JSONDecodeError as nonsense:
        raise ProviderAway from nonsense
    if not isinstance(answer, dict):
        raise ProviderAway
    return answer


def _pick(keys: list[Json], kid: str | None) -> Json | None:
    """The signing key of that id, or the only one where the token names none."""
    signing = [key for key in keys if key.get("use", "sig") == "sig"]
    if kid is None:
        return signing[0] if len(signing) == 1 else None
    return next((key for key in signing if key.get("kid") == kid), None)
