"""The demo's identity provider for citizens: ``python -m motcua.demo.identity_provider``.

A real OpenID provider at its wire protocol (oidc-provider-mock) that knows the demo's invented
citizens. It believes whoever presses a name, so it listens on this machine only.
"""

import argparse
import os
from pathlib import Path
from urllib.parse import urlencode

import flask
import oidc_provider_mock
from jinja2 import ChoiceLoader, FileSystemLoader
from werkzeug import Response
from werkzeug.debug import DebuggedApplication
from werkzeug.serving import make_server

from motcua.demo.citizens import CITIZENS

PAGES = Path(__file__).parent / "identity_pages"


def application() -> flask.Flask:
    """The provider, with our citizens and a page in Vietnamese."""
    known = [oidc_provider_mock.User(sub=c.subject, claims={**c.claims}) for c in CITIZENS]
    app: flask.Flask = oidc_provider_mock.app(require_nonce=True, user_claims=known)
    _switch_off_debugger(app)
    app.jinja_loader = ChoiceLoader([FileSystemLoader(PAGES), app.create_global_jinja_loader()])
    app.jinja_env.globals["citizens"] = {citizen.subject: citizen for citizen in CITIZENS}
    app.before_request(_deny_with_state)
    return app


def _switch_off_debugger(app: flask.Flask) -> None:
    """The library wraps itself in a debugger that runs code from the browser."""
    app.debug = False
    if isinstance(app.wsgi_app, DebuggedApplication):
        app.wsgi_app = app.wsgi_app.app  # type: ignore[method-assign,assignment]


def _deny_with_state() -> Response | None:
    """A refusal names the question it answers (RFC 6749 §4.1.2.1); the library forgets to."""
    asked = flask.request.args
    if flask.request.form.get("action") != "deny" or "redirect_uri" not in asked:
        return None
    answer = urlencode({"error": "access_denied", "state": asked.get("state", "")})
    return flask.redirect(f"{asked['redirect_uri']}?{answer}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--port", type=int, default=8001)
    port = options.parse_args().port
    os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"  # plain HTTP, on this machine only
    make_server("localhost", port, application(), threaded=True).serve_forever()


if __name__ == "__main__":
    main()
