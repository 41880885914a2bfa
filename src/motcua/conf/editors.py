"""What do editors work with? Wagtail as this house uses it."""

WAGTAIL_SITE_NAME = "Motcua"
WAGTAIL_I18N_ENABLED = True
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILADMIN_RICH_TEXT_EDITORS = {"default": {"WIDGET": "motcua.news.rich_text.RichTextArea"}}
# As one writes a day here; the input formats of conf/formats take both.
WAGTAIL_DATE_FORMAT, WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y", "%d/%m/%Y %H:%M"

# --- Pictures, documents and recordings ---------------------------------------------------
WAGTAILIMAGES_IMAGE_MODEL = "news.Picture"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpeg", "jpg", "png", "webp"]
"""No SVG: it may carry script."""
WAGTAILIMAGES_IMAGE_FORM_BASE = "motcua.news.forms.PictureForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 25 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_JPEG_QUALITY, WAGTAILIMAGES_WEBP_QUALITY = 78, 74
WAGTAILIMAGES_AVIF_QUALITY = 62
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "ods", "odt", "pdf", "pptx", "rtf", "txt", "xlsx", "zip"]
RECORDING_MAX_BYTES = 300 * 1024 * 1024
"""How big one video or sound file of the newsroom may be; the proxy takes 310 MB (deploy/)."""

# --- One door of ours, no door of Wagtail's own -----------------------------------------------
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
# Editors' browsers ask no other host either.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
# Letters go to whoever has the role today, as jobs (news/newsroom/letters.py).
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
