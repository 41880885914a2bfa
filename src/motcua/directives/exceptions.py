"""How can it fail? Each situation has the sentence that the person on the screen reads."""

from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """Something that the domain does not do, and what to do instead; nothing has changed."""

    message = _("Không thực hiện được bước này. Hãy tải lại trang và thử lại.")

    def __str__(self) -> str:
        return str(self.message)


class NotYourMove(Refused):
    """The wrong person: a stranger or another post."""

    message = _(
        "Chức vụ đang chọn không được làm bước này. "
        "Hãy đổi chức vụ, hoặc chuyển cho người có thẩm quyền."
    )


class SameHands(NotYourMove):
    """Who reported for the owner does not judge for the giver, whichever post they wear."""

    message = _(
        "Bạn đã báo cáo nhiệm vụ này thay cho nơi thực hiện nên không tự nghiệm thu hay quyết "
        "định. Hãy để người khác có thẩm quyền làm bước này."
    )


class TooLate(Refused):
    """The wrong moment: someone else moved it first, or the page was stale."""

    message = _(
        "Nhiệm vụ đã thay đổi từ lúc bạn mở trang, nên bước vừa chọn chưa được thực hiện. "
        "Hãy xem trạng thái mới rồi chọn lại."
    )


class ConclusionChanged(Refused):
    """Somebody else corrected the conclusion meanwhile."""

    message = _(
        "Kết luận đã được người khác đính chính từ lúc bạn mở trang. Hãy mở lại trang kết luận, "
        "xem bản mới rồi nhập lại phần cần sửa."
    )


class ReasonMissing(Refused):
    """A move that must state its reason came without one."""

    message = _("Bước này phải có nội dung. Hãy ghi rõ rồi thực hiện lại.")


class OutsideItsDays(Refused):
    """A conclusion signed or chaired by who did not exist on that day; the database sees it."""

    message = _(
        "Ngày ban hành hoặc ngày họp nằm ngoài thời gian hoạt động của cơ quan ban hành hay của "
        "chức danh chủ trì. Hãy xem lại hai ngày này."
    )


class OwnerClosed(Refused):
    """Given to an organization or a post outside its days, or to a post of another one."""

    message = _(
        "Cơ quan hoặc chức vụ được chọn hôm nay không hoạt động, hoặc chức vụ không thuộc cơ quan "
        "ấy. Hãy chọn nơi khác."
    )


class SameOwner(Refused):
    """Reassigned to the post that has it already."""

    message = _("Nhiệm vụ đang ở chính chức vụ này. Hãy chọn chức vụ khác.")


class DayPassed(Refused):
    """A deadline before the task was given, or an extension that extends nothing."""

    message = _(
        "Ngày này không hợp lệ: hạn phải từ hôm nay trở đi, và hạn lùi phải sau hạn hiện nay. "
        "Hãy chọn ngày khác."
    )


class NoSuchPassage(Refused):
    """A passage of another conclusion, or of an edition that was corrected since."""

    message = _(
        "Đoạn này không còn trong bản hiện hành của kết luận. Hãy mở lại kết luận và chọn đoạn."
    )


class NotPublic(Refused):
    """A public task of an internal conclusion."""

    message = _(
        "Kết luận này là nội bộ nên nhiệm vụ của nó không công khai được. Hãy công khai kết luận "
        "trước, hoặc bỏ dấu công khai ở nhiệm vụ."
    )


class TextEmpty(Refused):
    """A conclusion without a passage."""

    message = _("Kết luận chưa có nội dung. Hãy dán toàn văn vào ô nội dung.")


class TooManyPassages(Refused):
    """More paragraphs than anybody concludes in a meeting."""

    message = _(
        "Văn bản có quá nhiều đoạn (trên 500). Hãy kiểm tra xem có dán nhầm, hoặc chia thành "
        "nhiều văn bản."
    )


class KnownAlready(Refused):
    """The same number of the same office in the same year was entered before."""

    message = _(
        "Cơ quan này đã có một văn bản cùng số, ký hiệu trong năm. Hãy tìm văn bản đó ở danh sách "
        "kết luận, hoặc kiểm tra lại số."
    )
