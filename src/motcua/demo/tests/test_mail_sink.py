"""Is a letter kept before it is acknowledged?"""

import smtplib
import subprocess
import sys
import time
from email.message import EmailMessage

import pytest

from motcua.demo.ports import any_port, is_free


@pytest.fixture
def sink(tmp_path):
    port = any_port()
    server = subprocess.Popen([sys.executable, "-m", "motcua.demo.mail_sink", str(port), tmp_path])
    deadline = time.monotonic() + 30
    while is_free(port) and time.monotonic() < deadline:
        time.sleep(0.05)
    yield port
    server.terminate()
    server.wait()


def test_a_letter_lies_in_the_folder_as_it_was_sent(sink, tmp_path):
    letter = EmailMessage()
    letter["From"], letter["To"] = "motcua@example.vn", "lan@example.vn"
    letter["Subject"] = "Hồ sơ đã được tiếp nhận"
    letter.set_content("Xin chào.")

    with smtplib.SMTP("127.0.0.1", sink) as server:
        server.send_message(letter)

    [kept] = tmp_path.glob("*.eml")
    assert "lan@example.vn" in kept.read_text()
    assert kept.stat().st_size > 50
