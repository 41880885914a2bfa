"""What do we answer where allauth asks? Closed sign-up, our own words, sealed secrets."""

import base64
import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from motcua.accounts import assurance, next_pages, sealing
from motcua.accounts.http import Visitor
from motcua.accounts.models import Person
from motcua.ui import doors, identity

LOCKS = {"password", "mfa"}
WAYS = {
    "reauthenticate": _("Dùng mật khẩu"),
    "mfa_reauthenticate": _("Dùng mã của ứng dụng xác thực"),
    "mfa_reauthenticate:webauthn": _("Dùng khóa truy cập"),
}


class AccountAdapter(DefaultAccountAdapter):
    """Passwords, for officers only."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("Tài khoản này đang bị khóa. Hãy hỏi người quản trị của cơ quan."),
        "enter_current_password": _("Mật khẩu hiện tại chưa đúng."),
        "incorrect_code": _("Mã chưa đúng. Mã đổi sau mỗi 30 giây; hãy nhập mã đang hiện."),
        "incorrect_password": _("Mật khẩu chưa đúng."),
        "invalid_password_reset": _("Đường dẫn đặt lại mật khẩu đã dùng rồi hoặc đã hết hạn."),
        "rate_limited": _("Bạn thử quá nhanh. Hãy đợi 5 phút rồi thử lại."),
        "too_many_login_attempts": _(
            "Đã nhập sai quá 5 lần. Hãy đợi 5 phút rồi thử lại, hoặc đặt lại mật khẩu. "
            "Nếu không phải bạn đã nhập, hãy báo ngay cho người quản trị của cơ quan."
        ),
        "username_password_mismatch": _("Tên đăng nhập hoặc mật khẩu chưa đúng."),
    }

    def is_open_for_signup(self, request: Visitor) -> bool:
        """Citizens come from the identity provider; officers are entered by administrators."""
        return False

    def is_safe_url(self, url: str) -> bool:
        return next_pages.is_ours(url)

    def get_login_stages(self) -> list[str]:
        return ["motcua.accounts.stages.SecondLock"]

    def get_login_redirect_url(self, request: Visitor) -> str:
        mine = doors.DESK if assurance.is_officer_session(request) else doors.MY_ACCOUNT
        return doors.address(mine) or doors.address(doors.MY_ACCOUNT)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not within the minutes after either lock was opened: nobody types it twice in a row."""
        request = self.request
        recently = time.time() - app_settings.REAUTHENTICATION_TIMEOUT
        opened = get_authentication_records(request, request.user)
        return not any(r["method"] in LOCKS and r["at"] > recently for r in opened)

    def get_reauthentication_methods(self, user: Person) -> list[dict[str, Any]]:
        ways = super().get_reauthentication_methods(user)
        return [way | {"description": WAYS[way["id"]]} for way in ways]


class SecondFactorAdapter(DefaultMFAAdapter):
    """Authenticator apps, passkeys and recovery codes."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": AccountAdapter.error_messages["incorrect_code"],
    }

    def encrypt(self, text: str) -> str:
        return base64.b64encode(sealing.seal(text, bound_to="second factor")).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return sealing.unseal(base64.b64decode(encrypted_text), bound_to="second factor")

    def get_totp_label(self, user: Person) -> str:
        return user.username

    def get_totp_issuer(self) -> str:
        return self._get_site_name()

    def _get_site_name(self) -> str:
        return str(identity.last_seen().name)

    def get_public_key_credential_user_entity(self, user: Person) -> dict[str, Any]:
        entity: dict[str, Any] = super().get_public_key_credential_user_entity(user)
        return entity | {"display_name": user.username, "name": user.username}

    def generate_authenticator_name(self, user: Person, type: Authenticator.Type) -> str:
        count = Authenticator.objects.filter(user=user, type=type).count()
        return gettext("Khóa số %(number)s") % {"number": count + 1}
