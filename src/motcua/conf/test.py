"""Settings for tests: the same house, with known keys and no HTTPS in front."""

import os

os.environ.setdefault("SECRET_KEY", "only-for-tests-" + "0" * 40)
os.environ.setdefault("PERSONAL_DATA_KEY", "only-for-tests-" + "1" * 40)
os.environ["LC_ALL"] = "C.UTF-8"  # commands speak Vietnamese, whatever the machine speaks
os.environ.setdefault("DATABASE_URL", "postgresql:///motcua")  # tests/conftest.py starts a server

from .base import *

INSTALLED_APPS = ["motcua.demo", *INSTALLED_APPS]
ROOT_URLCONF = "motcua.demo.urls"
ALLOWED_HOSTS = ["*"]
DATABASES["default"]["CONN_MAX_AGE"] = 0  # a thread of a test leaves no connection behind
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES |= {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
WORK_CALENDAR_SECONDS = 0
ANNOUNCEMENT_SECONDS = 3600  # longer than a test, so that counts of queries do not waver
WHITENOISE_AUTOREFRESH = True  # nothing is collected before a test
VISITS_KEPT_BY_THREAD = False
