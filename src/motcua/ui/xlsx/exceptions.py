"""Why is a workbook not read? Each situation with the sentence that is shown."""

from __future__ import annotations

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _


class WorkbookRefused(Exception):
    """What came is no workbook that we read, and what to do instead."""

    message = _("Không đọc được tệp. Hãy mở lại bằng phần mềm bảng tính rồi lưu thành XLSX.")

    def __str__(self) -> str:
        return str(self.message)


class NoWorkbook(WorkbookRefused):
    """Some other file, whatever its name says."""

    message = _(
        "Tệp này không phải XLSX, dù tên tệp có ghi thế nào. Hãy mở bằng phần mềm bảng tính, chọn "
        "“Lưu thành…” và chọn loại “Excel (.xlsx)”."
    )


class OldWorkbook(WorkbookRefused):
    """The binary format of before 2007."""

    message = _(
        "Tệp này theo định dạng Excel cũ (.xls). Hãy mở ra và lưu thành “Excel (.xlsx)” rồi tải "
        "lên lại."
    )


class Locked(WorkbookRefused):
    """Encrypted with a password."""

    message = _("Tệp có đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi tải lên lại.")


class HasMacros(WorkbookRefused):
    """It carries programs."""

    message = _(
        "Tệp có macro (chương trình kèm theo), cổng không nhận. Hãy lưu thành “Excel (.xlsx)”, là "
        "loại không có macro."
    )


class Broken(WorkbookRefused):
    """Cut off or spoilt on its way."""

    message = _(
        "Tệp bị hỏng hoặc chưa tải lên hết. Hãy mở tệp bằng phần mềm bảng tính, lưu lại rồi tải "
        "lên lại."
    )


class Defines(WorkbookRefused):
    """Its XML defines entities: no spreadsheet program writes so."""

    message = _(
        "Bên trong tệp có khai báo lạ mà phần mềm bảng tính không bao giờ ghi. Hãy chép dữ liệu "
        "sang tệp mới, lưu thành XLSX rồi tải lên lại."
    )


class TooBig(WorkbookRefused):
    """More bytes than we take; ``limit`` is in bytes."""

    message = _("Tệp lớn hơn %(limit)s. Hãy bỏ hình ảnh, hoặc chia thành nhiều tệp.")

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit

    def __str__(self) -> str:
        return str(self.message) % {"limit": filesizeformat(self.limit)}


class TooMuchInside(WorkbookRefused):
    """It swells when unpacked: a bomb, or a sheet formatted down to its last row."""

    message = _(
        "Bên trong tệp lớn bất thường. Hãy chép riêng phần có dữ liệu sang tệp mới rồi tải lên lại."
    )
