"""Does the demo show its letters, and show them safely?"""

from email.message import EmailMessage

import pytest


@pytest.fixture
def mail(settings, tmp_path):
    """Puts a letter into the mail server's folder: ``mail("1", subject=…, body=…)``."""
    settings.DATA_DIR = tmp_path
    folder = tmp_path / "mail"
    folder.mkdir()

    def kept(
        name, *, subject="Hồ sơ", body="Kính gửi,", html="", date="Thu, 19 Nov 2026 02:00:00 -0000"
    ):
        message = EmailMessage()
        message["To"] = "thinh@example.vn"
        message["Subject"] = subject
        message["Date"] = date
        message.set_content(body)
        if html:
            message.add_alternative(html, subtype="html")
        (folder / f"{name}.eml").write_bytes(message.as_bytes())

    return kept


@pytest.fixture
def page(client, db):
    def shown():
        response = client.get("/demo/thu-di/")
        assert response.status_code == 200
        return response.content.decode()

    return shown


def test_letters_are_shown_newest_first(mail, page):
    mail("1", subject="Thư cũ")
    mail("2", subject="Thư mới", body="Dòng một\nDòng hai")

    shown = page()

    assert shown.index("Thư mới") < shown.index("Thư cũ")
    assert "Dòng một<br>Dòng hai" in shown
    assert "thinh@example.vn" in shown


@pytest.mark.parametrize("zone", ["+0000", "-0000", "GMT"])
def test_the_moment_is_said_in_vietnamese_time(mail, page, zone):
    mail("1", date=f"Thu, 19 Nov 2026 02:00:00 {zone}")

    assert '<span class="num">09:00</span>, thứ Năm 19/11/2026' in page()


def test_nothing_in_a_letter_becomes_markup(mail, page):
    mail("1", subject="<script>alert(1)</script>", body='<img src=x> "a" javascript:alert(1)')

    shown = page()

    assert "<script>alert" not in shown
    assert "<img src=x>" not in shown
    assert 'href="javascript' not in shown


def test_html_is_never_shown(mail, page):
    mail("1", body="Chữ thường", html="<p>Không hiện</p>")

    shown = page()

    assert "Chữ thường" in shown
    assert "Không hiện" not in shown


def test_links_can_be_followed(mail, page):
    mail("1", body="http://localhost:8000/tra-cuu/?ma=H49.61-261119-0037")

    assert 'href="http://localhost:8000/tra-cuu/?ma=H49.61-261119-0037"' in page()


def test_broken_files_break_nothing(mail, page, settings):
    folder = settings.DATA_DIR / "mail"
    (folder / "1.eml").write_bytes(b"")
    (folder / "2.eml").write_bytes(b"\xff\xfe\x00garbage")
    (folder / "3.eml").write_bytes(b"Content-Type: text/plain; charset=nowhere\nDate: x\n\nb\xc3")
    (folder / "4.unfinished").write_bytes(b"Subject: half")

    assert "half" not in page()


def test_before_the_first_letter_it_says_so(page, settings, tmp_path):
    settings.DATA_DIR = tmp_path

    assert "Chưa có thư nào" in page()
