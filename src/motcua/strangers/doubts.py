"""Why should a human look first at what somebody unknown sent?"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Doubt(TextChoices):
    """What made the machine unsure whether a human wrote it: then a human looks first."""

    NO_PROOF = "no_proof", _("Gửi từ trình duyệt không chạy JavaScript, hoặc bởi một chương trình")
    """No work was done for it: no JavaScript, or a copied or stale proof."""
    HONEYPOT = "honeypot", _("Đã điền vào ô mà người đọc không nhìn thấy")
    """A field that nobody sees was filled in."""
    TOO_FAST = "too_fast", _("Gửi nhanh hơn người có thể viết")
    """Sent sooner than anyone can write it."""
    COMPLAINT = "complaint", _("Có từ ngữ của khiếu nại, tố cáo; người gửi nói không phải")
    """It has the words of a complaint or a denunciation; its sender says that it is neither."""
