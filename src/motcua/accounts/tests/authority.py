"""An identity provider of our own for tests: thin, strict about PKCE, and able to lie.

It speaks the wire protocol over HTTP on this machine. Every lie is one named argument of
:meth:`Authority.lies`, so that a test says exactly one thing that is wrong.
"""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT_ID = "motcua-test"
SECRET = "a-secret-for-tests"

CITIZEN = {
    "sub": "so-1",
    "SoDinhDanh": "022188001234",
    "HoVaTen": "NGUYỄN THỊ ĐÀO",
    "NgaySinh": "02/11/1988",
    "GioiTinh": "Nữ",
    "MucDoXacThuc": "2",
}


def rsa_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def jwk(key: rsa.RSAPrivateKey, kid: str | None) -> dict[str, Any]:
    public: dict[str, Any] = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key()))
    return public | {"use": "sig", "alg": "RS256"} | ({"kid": kid} if kid else {})


def unchanged(told: dict[str, Any]) -> dict[str, Any]:
    return told


@dataclass
class Asked:
    """One authorization request that waits for its code to be redeemed."""

    challenge: str
    nonce: str
    redirect_uri: str


@dataclass
class Authority:
    """Listens while a test runs; ``issuer`` is its address."""

    key: rsa.RSAPrivateKey
    kid: str | None = "first"
    citizen: dict[str, Any] = field(default_factory=lambda: dict(CITIZEN))
    issuer: str = ""
    asked: dict[str, Asked] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    last_authorization: dict[str, str] = field(default_factory=dict)
    token_status: int = 200
    change_claims: Callable[[dict[str, Any]], dict[str, Any]] = unchanged
    sign: Callable[[dict[str, Any]], str] | None = None
    change_userinfo: Callable[[dict[str, Any]], dict[str, Any]] = unchanged
    change_tokens: Callable[[dict[str, Any]], dict[str, Any]] = unchanged

    def lies(self, **lie: Any) -> None:
        for name, value in lie.items():
            setattr(self, name, value)

    # --- what a browser does ---------------------------------------------------------------

    def agree(self, authorization_url: str) -> str:
        """The citizen says yes: the path of our callback, with code and state."""
        asked = _query(authorization_url)
        self.last_authorization = asked
        code = secrets.token_urlsafe(16)
        self.asked[code] = Asked(asked["code_challenge"], asked["nonce"], asked["redirect_uri"])
        back = urlsplit(asked["redirect_uri"])
        return f"{back.path}?{urlencode({'code': code, 'state': asked['state']})}"

    def disagree(self, authorization_url: str) -> str:
        asked = _query(authorization_url)
        answer = urlencode({"error": "access_denied", "state": asked["state"]})
        return f"{urlsplit(asked['redirect_uri']).path}?{answer}"

    # --- what our server asks ---------------------------------------------------------------

    def metadata(self) -> dict[str, Any]:
        paths = {"authorization_endpoint": "authorize", "token_endpoint": "token"}
        paths |= {"userinfo_endpoint": "userinfo", "jwks_uri": "keys"}
        return {"issuer": self.issuer} | {k: f"{self.issuer}/{v}" for k, v in paths.items()}

    def keys(self) -> dict[str, Any]:
        return {"keys": [jwk(self.key, self.kid)]}

    def redeem(self, form: dict[str, str], authorization: str) -> tuple[int, dict[str, Any]]:
        """RFC 6749 §4.1.3 and RFC 7636 §4.6, strictly."""
        asked = self.asked.pop(form.get("code", ""), None)
        basic = base64.b64encode(f"{CLIENT_ID}:{SECRET}".encode()).decode()
        if authorization != f"Basic {basic}":
            return 401, {"error": "invalid_client"}
        if asked is None or form.get("redirect_uri") != asked.redirect_uri:
            return 400, {"error": "invalid_grant"}
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != asked.challenge:
            return 400, {"error": "invalid_grant"}
        return self.token_status, self.tokens(asked)

    def tokens(self, asked: Asked) -> dict[str, Any]:
        access_token = secrets.token_urlsafe(16)
        claims = self.change_claims(self.claims(asked.nonce, access_token))
        sign = self.sign or self.signed
        tokens = {"access_token": access_token, "token_type": "Bearer", "id_token": sign(claims)}
        return self.change_tokens(tokens)

    def claims(self, nonce: str, access_token: str) -> dict[str, Any]:
        now = int(time.time())
        half = hashlib.sha256(access_token.encode()).digest()[:16]
        return {
            "iss": self.issuer,
            "aud": CLIENT_ID,
            "sub": self.citizen["sub"],
            "iat": now,
            "exp": now + 300,
            "nonce": nonce,
            "at_hash": base64.urlsafe_b64encode(half).rstrip(b"=").decode(),
        }

    def signed(self, claims: dict[str, Any]) -> str:
        header = {"kid": self.kid} if self.kid else None
        return jwt.encode(claims, self.key, algorithm="RS256", headers=header)

    def userinfo(self) -> dict[str, Any]:
        return self.change_userinfo(dict(self.citizen))


def _query(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


@contextmanager
def listening(authority: Authority) -> Iterator[Authority]:
    """The authority answers on a free port of this machine until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            authority.requests.append(self.path)
            answers = {
                "/.well-known/openid-configuration": authority.metadata,
                "/keys": authority.keys,
                "/userinfo": authority.userinfo,
            }
            self.answer(200, answers[self.path]())

        def do_POST(self) -> None:
            authority.requests.append(self.path)
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            self.answer(*authority.redeem(form, self.headers.get("Authorization", "")))

        def answer(self, status: int, told: dict[str, Any]) -> None:
            body = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            """Silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    authority.issuer = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield authority
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
