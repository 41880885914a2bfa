"""How do citizens sign in? The settings of the one identity provider, in allauth's shape."""

from typing import Any

CLAIMS = {
    "personal_number": "SoDinhDanh",
    "full_name": "HoVaTen",
    "birth_date": "NgaySinh",
    "sex": "GioiTinh",
    "level": "MucDoXacThuc",
}
"""Our word for each fact, and its claim at the provider; the first two are VNeID's own."""

ALGORITHMS = ("RS256", "PS256", "ES256")
"""The only signatures accepted on an ID token; never ``none``, never one with a shared secret."""


def provider(issuer: str, client_id: str, secret: str, **more: Any) -> dict[str, Any]:
    """``SOCIALACCOUNT_PROVIDERS`` for one issuer, e.g. ``https://sso.dancuquocgia.gov.vn``.

    ``more``: ``form_origins`` where people type their password at another host than the issuer's,
    ``claims``, ``algorithms``, ``scope`` and ``leeway`` (seconds by which two clocks may differ).
    """
    settings = {
        "server_url": issuer,
        "claims": CLAIMS,
        "algorithms": ALGORITHMS,
        "scope": ["openid", "profile"],
        "leeway": 60,
        "form_origins": [],
        **more,
    }
    app = {"provider_id": "citizen", "client_id": client_id, "secret": secret, "name": "VNeID"}
    return {
        "openid_connect": {
            "provider_class": "motcua.accounts.openid.CitizenIdentity",
            "APPS": [app | {"settings": settings}],
        }
    }
