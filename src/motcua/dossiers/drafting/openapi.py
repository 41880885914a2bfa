"""How is the partners' interface described to programs? As OpenAPI 3.1."""

from typing import Any


def document(server: str) -> dict[str, Any]:
    """The whole description."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Motcua", "version": "1", "license": {"name": "EUPL-1.2"}},
        "servers": [{"url": server}],
        "paths": {"/api/v1/prefills": {"post": _prefill()}},
        "components": {"schemas": {"Claims": CLAIMS, "Problem": PROBLEM}},
    }


def _prefill() -> dict[str, Any]:
    refusals = {
        "400": "answers, type, subject, lives_too_long",
        "401": "signature, expired",
        "403": "procedure, not_allowed",
        "409": "replayed",
        "413": "too_large",
        "429": "too_many",
    }
    return {
        "summary": "Answers that a citizen may take over into a draft",
        "description": (
            "The body is a JWS in compact form (alg EdDSA, kid: the partner's key) whose payload "
            "is Claims. The link is for the citizen, who signs in, sees what came and agrees."
        ),
        "requestBody": {
            "required": True,
            "content": {"application/jose": {"schema": {"type": "string"}}},
        },
        "responses": {
            "201": {"description": "Kept", "content": {"application/json": {"schema": LINK}}},
            **{status: _problem(words) for status, words in refusals.items()},
        },
    }


def _problem(words: str) -> dict[str, Any]:
    shape = {"$ref": "#/components/schemas/Problem"}
    return {"description": words, "content": {"application/problem+json": {"schema": shape}}}


LINK = {
    "type": "object",
    "properties": {
        "link": {"type": "string", "format": "uri"},
        "expires_at": {"type": "string", "format": "date-time"},
    },
    "required": ["link", "expires_at"],
}
PROBLEM = {
    "type": "object",
    "properties": {
        "title": {"type": "string"},
        "detail": {"type": "string"},
        "status": {"type": "integer"},
    },
}
CLAIMS = {
    "type": "object",
    "properties": {
        "iss": {"type": "string", "description": "The partner's key id, as kid"},
        "aud": {"type": "string", "description": "This portal's address"},
        "iat": {"type": "integer"},
        "exp": {"type": "integer", "description": "At most ten minutes after iat"},
        "jti": {"type": "string", "description": "The partner's number of this request, once"},
        "procedure": {"type": "string", "examples": ["1.001193"]},
        "answers": {
            "type": "object",
            "description": "By path of the question; a group's entries as a list under its path",
            "examples": [
                {"child.full_name": "Vũ Minh Ước"},
                {"members": [{"full_name": "Vũ Văn Thử", "birth_date": "1988-05-30"}]},
            ],
        },
        "personal_number": {
            "type": "string",
            "description": "Optional: only whoever signs in with it may take the answers",
        },
    },
    "required": ["iss", "aud", "iat", "exp", "jti", "procedure", "answers"],
}
