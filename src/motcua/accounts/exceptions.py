"""How can signing in and knowing a person fail?"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class NotAPersonalNumber(ValidationError):
    """What was given cannot be a personal number at all."""

    def __init__(self) -> None:
        super().__init__(_("Số định danh cá nhân gồm đúng 12 chữ số."), code="personal_number")


class SealBroken(Exception):
    """A sealed value does not open: changed, moved to another row, or its key is unknown."""

    message = _("Không mở được dữ liệu cá nhân đã mã hóa. Hãy báo cho người quản trị hệ thống.")


class SignInRefused(Exception):
    """The citizens' door stays shut; says what happened and what to do next."""

    title = _("Chưa đăng nhập được")
    message = _("Không xác minh được câu trả lời của hệ thống định danh, nên cổng không nhận.")
    advice = _("Hãy bấm “Đăng nhập lại”. Nếu vẫn vậy, gọi đường dây nóng ở cuối trang.")
    goes_on_without = False
    """Whether the trouble is the neighbor's, and passes by waiting."""


class NotConnected(SignInRefused):
    """No identity provider is set up here."""

    message = _("Cổng này chưa được nối với hệ thống định danh điện tử.")
    advice = _("Bạn vẫn tra cứu được thủ tục và hồ sơ, và nộp hồ sơ tại quầy.")
    goes_on_without = True


class ProviderAway(SignInRefused):
    """The identity provider does not answer, or answers with nonsense."""

    title = _("Hệ thống định danh đang gián đoạn")
    message = _("Cổng không liên lạc được với hệ thống định danh điện tử.")
    advice = _("Hãy thử lại sau vài phút. Hồ sơ đã nộp và bản nháp của bạn vẫn còn nguyên.")
    goes_on_without = True


class Denied(SignInRefused):
    """The citizen pressed "no" at the provider."""

    title = _("Bạn chưa đồng ý đăng nhập")
    message = _("Hệ thống định danh cho biết bạn đã từ chối chia sẻ thông tin với cổng.")
    advice = _("Nếu bấm nhầm, hãy đăng nhập lại và chọn đồng ý.")


class StateUnknown(SignInRefused):
    """The answer belongs to no question of this session: too late, used before, or forged."""

    title = _("Lượt đăng nhập này không còn hiệu lực")
    message = _("Lượt đăng nhập đã quá 10 phút, đã dùng rồi, hoặc được mở ở trình duyệt khác.")
    advice = _("Hãy bấm “Đăng nhập lại” và làm hết các bước trong cùng một cửa sổ.")


class TokenInvalid(SignInRefused):
    """The ID token or what came with it does not prove what it should."""


class ClocksDiffer(TokenInvalid):
    """The token is not yet or no longer valid: one of the two clocks is wrong."""

    title = _("Giờ của hai hệ thống lệch nhau")
    message = _("Câu trả lời của hệ thống định danh mang giờ đã qua hoặc chưa tới.")
    advice = _("Hãy thử lại sau ít phút. Nếu vẫn vậy, gọi đường dây nóng ở cuối trang.")


class NumberMissing(SignInRefused):
    """The provider vouches for somebody, but without a personal number."""

    message = _("Tài khoản định danh của bạn không kèm số định danh cá nhân.")
    advice = _("Hãy đến công an cấp xã để hoàn thiện tài khoản, hoặc nộp hồ sơ tại quầy.")


class AnotherPerson(SignInRefused):
    """The same account at the provider now comes with another personal number."""

    message = _("Số định danh cá nhân không khớp với lần đăng nhập trước của tài khoản này.")
    advice = _("Hãy gọi đường dây nóng ở cuối trang để được kiểm tra.")


class AccountClosed(SignInRefused):
    """An administrator has closed this person's account."""

    title = _("Tài khoản đang bị khóa")
    message = _("Tài khoản của bạn trên cổng đã bị khóa.")
    advice = _("Hãy gọi đường dây nóng ở cuối trang để biết lý do.")
