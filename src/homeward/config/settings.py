"""Settings of the desk: one file; what differs between desks comes from the environment (docs/howto/settings.md)."""

from __future__ import annotations

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from homeward import postgres
from homeward.config.databases import databases
from homeward.config.env import Environment
from homeward.config.keys import secret_key

environment = Environment()

# Where things lie -----------------------------------------------------------------------------------------------------
HOMEWARD_DATA = environment.folder("HOMEWARD_DATA", postgres.data_folder())
HOMEWARD_KEYS = environment.folder("HOMEWARD_KEYS", HOMEWARD_DATA / "keys")
SECRET_KEY = secret_key(environment, HOMEWARD_KEYS)

# The database ---------------------------------------------------------------------------------------------------------
DATABASES = databases(environment, HOMEWARD_DATA)
ATOMIC_REQUESTS = False  # each door opens its own transaction, and says in it who asks
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The house ------------------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "ninja",
    "procrastinate.contrib.django",
    "homeward.access",
    "homeward.ledger",
    "homeward.people",
    "homeward.reading",
    "homeward.hostilities",
    "homeward.lists",
    "homeward.matching",
    "homeward.clearances",
    "homeward.crossings",
    "homeward.talks",
    "homeward.outlook",
    "homeward.briefing",
    "homeward.web",
]
# What the ledger calls, in this order and in the transaction of the statement: first the tables, then the jobs.
LEDGER_PROJECTIONS = [
    "homeward.ledger.projection",
    "homeward.people.projection",
    "homeward.reading.projection",
    "homeward.hostilities.projection",
    "homeward.lists.projection",
    "homeward.clearances.projection",
    "homeward.crossings.projection",
]
LEDGER_REACTIONS = ["homeward.ledger.reactions", "homeward.reading.reactions", "homeward.matching.reactions"]
# Where else a person's values may lie: each closes what it holds of them when they are forgotten (people.actions.forgetting).
FORGETTING = ["homeward.lists.actions.forgetting", "homeward.matching.actions.forgetting"]
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

# Doors ----------------------------------------------------------------------------------------------------------------
HOMEWARD_INSECURE_HTTP = environment.flag("HOMEWARD_INSECURE_HTTP")
DEBUG = environment.flag("HOMEWARD_DEBUG")
if DEBUG and not HOMEWARD_INSECURE_HTTP:
    environment.fault(
        "HOMEWARD_DEBUG", "no, unless HOMEWARD_INSECURE_HTTP is on: it shows the inside of the desk to all who ask"
    )
ALLOWED_HOSTS = environment.words(
    "HOMEWARD_HOSTS",
    ("localhost", "127.0.0.1", "[::1]"),
    shape=r"\.?[a-z0-9][a-z0-9.-]*|\[[0-9a-f:]+\]",
    allowed="names of hosts in small letters with commas between, without scheme or port",
)
ROOT_URLCONF = "homeward.config.urls"
WSGI_APPLICATION = "homeward.config.wsgi.application"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "homeward.config.compressing.Compressing",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "homeward.config.entering.Entering",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
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
            ],
        },
    },
]
STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True  # files are served from where they lie: no collecting step
WHITENOISE_MAX_AGE = 60

# What comes in --------------------------------------------------------------------------------------------------------
UPLOAD_BYTES = environment.number("HOMEWARD_UPLOAD_MB", 64, least=1, most=1024) * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = UPLOAD_BYTES

FILE_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 20

# Who may read beside the built-in reader: nobody, unless an endpoint is named here and a compartment allows it ---------
HOMEWARD_MODEL_AT = environment.text(
    "HOMEWARD_MODEL_AT",
    shape=r"https?://[^\s?#@]+",
    allowed="an address up to /v1, as https://host/v1, without a password",
)
HOMEWARD_MODEL = environment.text("HOMEWARD_MODEL", shape=r"\S{1,200}", allowed="the model's name at that address")
HOMEWARD_MODEL_KEY = environment.file("HOMEWARD_MODEL_KEY")
HOMEWARD_MODEL_SECONDS = environment.number("HOMEWARD_MODEL_SECONDS", 120, least=1, most=3600)
if bool(HOMEWARD_MODEL_AT) != bool(HOMEWARD_MODEL):
    environment.fault("HOMEWARD_MODEL", "both or none of HOMEWARD_MODEL_AT and HOMEWARD_MODEL")

# Who comes in ---------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "access.Actor"
LOGIN_URL = "/sign-in"
LOGIN_REDIRECT_URL = "/"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
VALIDATION = "django.contrib.auth.password_validation."
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": VALIDATION + "MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": VALIDATION + "CommonPasswordValidator"},
    {"NAME": VALIDATION + "UserAttributeSimilarityValidator", "OPTIONS": {"user_attributes": ("name", "shown_as")}},
]

# The wire -------------------------------------------------------------------------------------------------------------
SECURE = not HOMEWARD_INSECURE_HTTP
if environment.flag("HOMEWARD_BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_NAME = "__Host-homeward" if SECURE else "homeward"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "homeward.web.errors.form_expired"
CSRF_COOKIE_NAME = "__Host-homeward-form" if SECURE else "homeward-form"
CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}

# Words and times ------------------------------------------------------------------------------------------------------
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGES = [("en", _("English")), ("ar", _("Arabic"))]
LANGUAGE_CODE = environment.choice("HOMEWARD_LANGUAGE", "en", among=("en", "ar"))

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "homeward": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}

environment.settle(also_known=("HOMEWARD_PG_BIN",))
