"""Settings for `make demo`: plain HTTP on this machine, and stand-ins for the authorities."""

import structlog

from . import environment, identity, logs
from .base import *

INSTALLED_APPS = ["motcua.demo", *INSTALLED_APPS]
ROOT_URLCONF = "motcua.demo.urls"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
SECURE_HSTS_SECONDS = 0
STATIC_ROOT = DATA_DIR / "static"
STORAGES |= {"staticfiles": {"BACKEND": "motcua.demo.static.LightlyCompressed"}}
# Browsers keep cookies by host and not by port: two demos side by side must not share theirs.
SESSION_COOKIE_NAME = "sessionid" + environment.optional("PORT", "")
CSRF_COOKIE_NAME = "csrftoken" + environment.optional("PORT", "")
LOGGING = logs.settings(structlog.dev.ConsoleRenderer(colors=False))
SOCIALACCOUNT_PROVIDERS = identity.provider(
    environment.optional("OIDC_ISSUER", "http://localhost:8001"), "motcua-demo", "demo"
)
