"""How does a citizen's sign-in go, from the button to a proven identity?

allauth keeps the question (state) and sends it with PKCE; what it does not do is added here: a
nonce, the whole check of the ID token, and that userinfo speaks of the same subject
(docs/decisions/0004-identity.md).
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.oauth2.utils import generate_code_challenge
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.crypto import get_random_string

from motcua.accounts import claims, id_tokens
from motcua.accounts.clients.identity_provider import IdentityProvider
from motcua.accounts.exceptions import Denied, StateUnknown, TokenInvalid
from motcua.accounts.http import Visitor
from motcua.accounts.sealing import keyed_hash

PROVIDER_ID = "citizen"
"""The one identity provider; allauth could know several."""


class CitizenIdentityAdapter(OpenIDConnectOAuth2Adapter):
    """allauth's side of the redirect, with endpoints from our client."""

    @cached_property
    def openid_config(self) -> dict[str, Any]:
        return self.get_provider().client.metadata()  # type: ignore[no-any-return]

    def get_callback_url(self, request: Visitor, app: object) -> str:
        return request.build_absolute_uri(reverse("accounts:citizen_callback"))


class CitizenIdentity(OpenIDConnectProvider):
    """The state's identity provider for citizens."""

    oauth2_adapter_class = CitizenIdentityAdapter

    @property
    def client(self) -> IdentityProvider:
        return IdentityProvider(self.settings["server_url"], self.app.client_id, self.app.secret)

    @property
    def settings(self) -> dict[str, Any]:
        return self.app.settings  # type: ignore[no-any-return]

    def get_pkce_params(self) -> dict[str, str]:
        """Always: no setting switches PKCE off."""
        return generate_code_challenge()  # type: ignore[no-any-return]

    def redirect(self, request: Visitor, process: str, **kwargs: Any) -> Any:
        """To the provider, with a nonce that its token has to repeat."""
        nonce = get_random_string(32)
        question = {"nonce": nonce, "auth_params": self.get_auth_params() | {"nonce": nonce}}
        return super().redirect(request, process, **question, **kwargs)

    def extract_uid(self, data: dict[str, Any]) -> str:
        """Hashed: a provider may use the personal number as subject."""
        return keyed_hash("subject", data["iss"], data["sub"])

    def extract_extra_data(self, data: object) -> dict[str, Any]:
        """Nothing is kept beside the Person."""
        return {}

    def extract_common_fields(self, data: object) -> dict[str, Any]:
        return {}

    def extract_email_addresses(self, data: object) -> list[Any]:
        """An address from elsewhere never links accounts."""
        return []


@dataclass(frozen=True)
class Vouched:
    """An identity that passed every check."""

    citizen: claims.Citizen
    login: SocialLogin


def provider_for(request: Visitor) -> CitizenIdentity:
    return get_adapter().get_provider(request, PROVIDER_ID)  # type: ignore[no-any-return]


def begin(request: Visitor, *, next_page: str) -> str:
    """The address at the provider to go to; raises SignInRefused where it cannot be reached."""
    return str(provider_for(request).redirect(request, "login", next_url=next_page).url)


def waiting_state(request: Visitor) -> dict[str, Any]:
    """The question that this answer belongs to, taken out so that it serves once."""
    try:
        state = provider_for(request).unstash_redirect_state(request, request.GET.get("state", ""))
    except PermissionDenied as unknown:
        raise StateUnknown from unknown
    return state  # type: ignore[no-any-return]


def finish(request: Visitor, state: dict[str, Any]) -> Vouched:
    """Who this is; raises SignInRefused with the reason."""
    if request.GET.get("error") == "access_denied":
        raise Denied
    provider = provider_for(request)
    answered_by = request.GET.get("iss", provider.client.issuer)
    if "code" not in request.GET or answered_by != provider.client.issuer:  # RFC 9207
        raise TokenInvalid
    proven = _proven_claims(request, provider, state)
    login = provider.sociallogin_from_response(request, proven)
    login.state = state
    return Vouched(claims.read(proven, provider.settings["claims"]), login)


def _proven_claims(
    request: Visitor, provider: CitizenIdentity, state: dict[str, Any]
) -> dict[str, Any]:
    callback = provider.get_oauth2_adapter(request).get_callback_url(request, provider.app)
    tokens = provider.client.exchange(
        request.GET["code"], verifier=state["pkce_code_verifier"], redirect_uri=callback
    )
    told = id_tokens.verified(
        tokens.id_token, _expected(provider, state["nonce"]), key=provider.client.key
    )
    id_tokens.check_access_token(told, tokens.access_token)
    more = provider.client.userinfo(tokens.access_token)
    if more.get("sub") != told["sub"]:
        raise TokenInvalid
    return more | told


def _expected(provider: CitizenIdentity, nonce: str) -> id_tokens.Expected:
    return id_tokens.Expected(
        issuer=provider.client.issuer,
        client_id=provider.client.client_id,
        nonce=nonce,
        algorithms=provider.settings["algorithms"],
        leeway=provider.settings["leeway"],
    )
