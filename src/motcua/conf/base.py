"""Settings for every environment. Safe as they stand: production adds only its secrets."""

from pathlib import Path

import structlog
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from . import environment, identity, logs, stores

BASE_DIR = Path(__file__).resolve().parents[3]
DATA_DIR = environment.data_dir()

# --- Required from the environment -------------------------------------------
SECRET_KEY = environment.required("SECRET_KEY")
PERSONAL_DATA_KEY = environment.required("PERSONAL_DATA_KEY")
"""Seals personal numbers and keys their hashes; losing it loses them (docs/operations.md)."""
PERSONAL_DATA_RETIRED_KEYS = environment.words("PERSONAL_DATA_RETIRED_KEYS")
"""Former values of PERSONAL_DATA_KEY: they open what they sealed until all is sealed again."""
PERSONAL_DATA_LOOKUP_KEY = environment.optional("PERSONAL_DATA_LOOKUP_KEY", PERSONAL_DATA_KEY)
"""Keys the hashes that find sealed values; after a rotation, the first PERSONAL_DATA_KEY."""
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = environment.words("CSRF_TRUSTED_ORIGINS")
DATABASE_POOLED = environment.optional("DATABASE_POOLED", "no") == "yes"
"""Whether DATABASE_URL leads to PgBouncer in transaction mode; the worker's never does."""
DATABASES = {
    "default": environment.database(environment.required("DATABASE_URL"), pooled=DATABASE_POOLED)
}
DEBUG = False

# --- Rooms, lowest first: this list is the map ---------------------------------
INSTALLED_APPS = [
    "motcua.periods",
    "motcua.operations",
    "motcua.ui",
    "motcua.worktime",
    "motcua.paperwork",
    "motcua.search",
    "motcua.visits",
    "motcua.accounts",
    "motcua.strangers",
    "motcua.filekeeping",
    "motcua.legal",
    "motcua.territory",
    "motcua.organizations",
    "motcua.catalog",
    "motcua.dossiers",
    "motcua.questions",
    "motcua.consultations",
    "motcua.directives",
    "motcua.staffing",
    "motcua.formwork",
    "motcua.news",
    "motcua.tracking",
    "motcua.statistics",
    "motcua.guides",
    "motcua.reorganization",
    "motcua.notifications",
    "motcua.home",
    "motcua.accounts.apps.EditorsConfig",  # wagtail.users
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.typed_table_block",
    "wagtail.locales",
    "wagtail.contrib.redirects",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.sites",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "procrastinate.contrib.django",
    "csp",
    "django.contrib.postgres",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "motcua.operations.middleware.probes",
    "motcua.operations.middleware.note",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "motcua.ui.middleware.page_policies",
    "motcua.ui.middleware.caches",
    "motcua.ui.middleware.resend",
    "motcua.ui.middleware.readable",
    "motcua.visits.middleware.visits",
    "motcua.ui.middleware.one_way",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Every door is locked unless its view says @login_not_required; officers' doors have two locks.
    "motcua.accounts.middleware.SessionLimits",
    "motcua.news.middleware.newsroom_rights",
    "motcua.accounts.middleware.Doors",
    "motcua.organizations.middleware.acting",
    "django.contrib.messages.middleware.MessageMiddleware",
    "motcua.filekeeping.middleware.SaysWhatDidNotFit",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "motcua.ui.middleware.TryAgain",
    "motcua.ui.middleware.Closed",
    "motcua.ui.middleware.EditorsForms",
    "motcua.news.middleware.gone",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "motcua.filekeeping.receiving.PatientHandler",
]
ROOT_URLCONF = "motcua.urls"
WSGI_APPLICATION = "motcua.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "motcua.ui.context.site",
            ],
        },
    }
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Language and time: Vietnamese first, legal days in Việt Nam -----------------
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Tiếng Việt")), ("en", _("Tiếng Anh"))]
LOCALE_PATHS = [BASE_DIR / "locale", Path(__file__).parent / "editors_words"]
"""Ours, and words of Wagtail's admin that its own Vietnamese lacks."""
FORMAT_MODULE_PATH = ["motcua.conf.formats"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

# --- Working time ------------------------------------------------------------------
WORK_CALENDAR_SECONDS = 60
"""How long a process keeps the working calendar; a change reaches every process within it."""
DUE_SOON_WORKING_DAYS = 1
"""A due date at most so many working days ahead is shown as due soon."""
DIRECTIVE_SOON_WORKING_DAYS = 3
"""The same for tasks of conclusions, which run for weeks: from then on they are amber."""

SEARCH_TASK_DAYS = 3
"""On so many of thirty days words are searched for in vain before they are somebody's task."""
QUESTION_MOST_FREQUENT = 5
"""So many frequently asked ones stand on a procedure's page; more are a list again."""

ANNOUNCEMENT_SECONDS = 20
"""How long a process keeps what stands above every page; a new outage shows within it."""

# --- Who signs in ---------------------------------------------------------------
AUTH_USER_MODEL = "accounts.Person"
LOGIN_URL = "accounts:citizen_sign_in"
OFFICER_LOGIN_URL = "account_login"
"""The one password door; it stands before /can-bo/, /bien-tap/ and /tai-khoan/can-bo/."""
LOGIN_REDIRECT_URL = "/"
SESSION_IDLE_SECONDS = 60 * 60
"""After an hour without a click a session ends, whoever's it is."""
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
    "motcua.formwork.backends.WritersOfDrafts",  # lets no one in; it opens /bien-tap/ to a post
]
TRUSTED_PROXY_COUNT = int(environment.optional("TRUSTED_PROXY_COUNT", "0"))
"""How many proxies of ours stand in front: whose X-Forwarded-For is believed."""
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXY_COUNT
SOCIALACCOUNT_PROVIDERS = identity.provider(
    environment.optional("OIDC_ISSUER", ""),
    environment.optional("OIDC_CLIENT_ID", ""),
    environment.optional("OIDC_CLIENT_SECRET", ""),
    form_origins=environment.words("OIDC_FORM_ORIGINS"),
)
SOCIALACCOUNT_EMAIL_AUTHENTICATION = ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False
ACCOUNT_ADAPTER = "motcua.accounts.adapters.AccountAdapter"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_FORMS = {
    "login": "motcua.accounts.forms.OfficerSignInForm",
    "reset_password": "motcua.accounts.forms.ForgottenPasswordForm",
    "reset_password_from_key": "motcua.accounts.forms.NewPasswordForm",
    "change_password": "motcua.accounts.forms.ChangePasswordForm",
    "reauthenticate": "motcua.accounts.forms.PasswordAgainForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "20/m/ip,5/300s/key"}
"""An office shares one network address, so the limit that bites is the one per login name."""
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
MFA_ADAPTER = "motcua.accounts.adapters.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "motcua.accounts.forms.SecondFactorForm",
    "reauthenticate": "motcua.accounts.forms.SecondFactorAgainForm",
    "activate_totp": "motcua.accounts.forms.AuthenticatorAppForm",
    "add_webauthn": "motcua.accounts.forms.PasskeyForm",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_USER_VERIFICATION = "required"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# --- What processes count together: attempts, used codes, the provider's keys -------------
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_shared_count",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
    # Pages read renditions with their pictures; a cache would only be asked besides.
    "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}

APPLICANT_ASSURANCE_LEVEL = int(environment.optional("APPLICANT_ASSURANCE_LEVEL", "2"))
"""The level of electronic identification that applying takes (NĐ 69/2024; the province's rule)."""

# --- What runs later: jobs in the same database, written in the transaction that causes them ---
TASKS = {"default": {"BACKEND": "motcua.operations.tasks_backend.ProcrastinateBackend"}}
PROCRASTINATE_ON_APP_READY = "motcua.operations.connectors.connect"
PROCRASTINATE_WORKER_DEFAULTS = {"concurrency": 4, "delete_jobs": "successful"}

# --- What somebody may try without signing in ---------------------------------------------
from .strangers import *  # noqa: E402

# --- Counting visits ----------------------------------------------------------------------
VISITS_KEPT_BY_THREAD = True
"""Whether a thread of each web process writes what it counted; tests do it by hand."""

# --- Files ------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "static"
MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": stores.private(DATA_DIR / "private"),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

UPLOAD_MAX_BYTES = 10 * 1024 * 1024
"""How big one paper of a dossier may be."""
UPLOAD_MAX_FILES = 30
"""How many papers one dossier may have."""
UPLOAD_MAX_PIXELS = 64_000_000
"""How large a picture may be: more than telephones take, less than a bomb needs."""
UPLOAD_KEPT_HOURS = int(environment.optional("UPLOAD_KEPT_HOURS", "48"))
"""How long a half upload may be gone on with; then a job deletes what is here of it."""
UPLOADS_AT_ONCE = 40
"""How many half uploads one person may have."""
CLAMAV_SOCKET = environment.optional("CLAMAV_SOCKET", "")
"""Where clamd listens: /run/clamav/clamd.ctl, or tcp://127.0.0.1:3310. Set, it fails closed."""

EVALUATION_DAYS = int(environment.optional("EVALUATION_DAYS", "30"))
"""So many days after a result was returned the applicant may say how satisfied they are [M]."""

DRAFT_KEPT_DAYS = int(environment.optional("DRAFT_KEPT_DAYS", "180"))
"""So many days after its last change a draft is deleted, where no dated rule says otherwise [M]."""
DRAFT_WARNED_DAYS = int(environment.optional("DRAFT_WARNED_DAYS", "14"))
"""So many days before that its owner is told [M]."""
DRAFT_CODE_DAYS = int(environment.optional("DRAFT_CODE_DAYS", "30"))
"""So long the code counts with which one comes back to a draft on another device [M]."""
INVITATION_ALLOWANCES = {"person": (20, 24 * 60 * 60)}
"""So many people one person may ask to apply along within so many seconds."""
PARTNER_LINK_SECONDS = 60 * 60
"""How long the link to what a partner sent counts."""
PARTNER_ALLOWANCES = {"network": (600, 60 * 60)}
"""So many requests of partners are read from one network within so many seconds."""

WRITER_MAY_REVIEW = environment.optional("WRITER_MAY_REVIEW", "yes") == "yes"
"""Whether who wrote a procedure's draft may look it over; the law leaves it open [M]."""
REVIEWER_MAY_PUBLISH = environment.optional("REVIEWER_MAY_PUBLISH", "no") == "yes"
"""Whether who looked a procedure's draft over may put it in force; the law leaves it open [M]."""

# --- Organizations ----------------------------------------------------------------------
CHANGES_SHOWN_DAYS = int(environment.optional("CHANGES_SHOWN_DAYS", "180"))
"""So long after its day the page of an organization says what a reorganization changed there."""

# --- Figures ------------------------------------------------------------------------
SMALLEST_FIGURE_SHOWN = 3
"""Smaller counts of a commune in one sector are not shown, since they may point at somebody."""

# --- Letters -----------------------------------------------------------------------
BASE_URL = environment.optional("BASE_URL", "http://localhost")
"""The portal's public address, for links in letters, for example https://motcua.example."""
EMAIL_HOST = environment.optional("EMAIL_HOST", "localhost")
EMAIL_PORT = int(environment.optional("EMAIL_PORT", "25"))
EMAIL_HOST_USER = environment.optional("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = environment.optional("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = environment.optional("EMAIL_USE_TLS", "no") == "yes"
"""STARTTLS; say "yes" wherever the mail server is another machine."""
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = environment.optional("DEFAULT_FROM_EMAIL", "motcua@localhost")

# --- Doors and windows ---------------------------------------------------------------
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_AGE = 8 * 60 * 60
CSRF_COOKIE_SECURE = True
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "motcua.ui.views.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# --- What editors work with -----------------------------------------------------------------
from .editors import *  # noqa: E402

WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_FRONTEND_LOGIN_URL = OFFICER_LOGIN_URL
WAGTAILADMIN_LOGIN_URL = OFFICER_LOGIN_URL

# --- What is written down while it runs -------------------------------------------------
LOGGING = logs.settings(structlog.processors.JSONRenderer(ensure_ascii=False))
