"""What do poppler's tools, which know nothing of us, say of a receipt? (`make check`)"""

import subprocess

import pytest

from motcua.paperwork.receipts import Receipt, ReceiptComponent
from motcua.paperwork.typesetting import typeset


@pytest.fixture(scope="module")
def receipt_file(tmp_path_factory):
    receipt = Receipt(
        code="H49.61-261119-0037",
        look_up_url="https://motcua.example/tra-cuu/?ma=H49.61-261119-0037",
        organization="Trung tâm Phục vụ hành chính công phường Hồng Gai",
        procedure_code="1.001193",
        procedure_name="Đăng ký khai sinh",
        applicant_name="Nguyễn Thị Minh Nguyệt",
        components=[ReceiptComponent(name="Giấy chứng sinh", originals=1, copies=0)],
        limit="Trong ngày làm việc",
        received_at="2026-11-19T07:52:00+07:00",
        due_at="2026-11-19T17:00:00+07:00",
        receiver_name="Trần Văn An",
    )
    file = tmp_path_factory.mktemp("papers") / "receipt.pdf"
    file.write_bytes(typeset("receipt", receipt))
    return file


def _said_by(*command) -> str:
    said = subprocess.run(command, check=True, capture_output=True).stdout
    return said.decode(errors="replace")


def test_pdfinfo_sees_a_tagged_a5(receipt_file):
    said = _said_by("pdfinfo", receipt_file)

    assert "Tagged:          yes" in said
    assert "419.528 x 595.276 pts" in said


def test_pdffonts_sees_embedded_fonts_with_unicode(receipt_file):
    _title, _line, *fonts = _said_by("pdffonts", receipt_file).splitlines()

    assert fonts
    assert all("LiberationSerif" in font and "yes yes yes" in font for font in fonts)


def test_pdfinfo_lists_headings_table_and_figure(receipt_file):
    structure = _said_by("pdfinfo", "-struct", receipt_file)

    assert all(tag in structure for tag in ("H1", "Table", "TH", "Figure"))
