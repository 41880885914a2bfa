"""How can typesetting fail? Named situations, each with the sentence shown."""

from django.utils.translation import gettext_lazy as _


class UnknownPaper(LookupError):
    """Somebody asked for a template that the house does not have."""

    message = _("Không có mẫu giấy tờ này. Hãy báo cho quản trị hệ thống.")
