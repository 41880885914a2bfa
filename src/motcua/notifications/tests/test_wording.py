"""What do letters say, and what do they never say?"""

import pytest

from motcua.dossiers import workflow
from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.factories import at
from motcua.notifications.wording import words_of

CODE = "H49.61-261119-0037"
ITEMS = [{"component": None, "name": "Giấy chứng sinh", "reason": "Ảnh mờ."}]


@pytest.mark.parametrize("verb", sorted(move.verb for move in workflow.MOVES))
def test_every_step_has_a_letter_with_code_office_next_step_and_links(tell, settings, verb):
    settings.BASE_URL = "https://motcua.example/"

    words = words_of(tell(verb))

    assert CODE in words.subject
    assert "\n" not in words.subject
    assert f"https://motcua.example/tra-cuu/?ma={CODE}" in words.body
    assert f"https://motcua.example/tai-khoan/ho-so/{CODE}/" in words.body
    assert "UBND phường Hồng Gai" in words.body or "Cơ quan" in words.body
    assert "\n\n\n" not in words.body


@pytest.mark.parametrize("verb", sorted(move.verb for move in workflow.MOVES))
def test_no_letter_says_who_for_what_and_why(tell, dossier, verb):
    Dossier.objects.update(address="Tổ 5, khu 2")

    words = words_of(tell(verb, reason="Thiếu giấy tờ.", payload={"items": ITEMS}))

    secrets = ["Thịnh", "0912", "khai sinh", "Tổ 5", "Thiếu giấy tờ", "Giấy chứng sinh", "thinh@"]
    assert [secret for secret in secrets if secret in words.subject + words.body] == []


def test_the_letter_of_receipt_says_the_due_date(dossier, people, time_machine):
    time_machine.move_to(at("2026-11-19 09:00"), tick=False)
    Dossier.objects.update(submitted_at=at("2026-11-18 20:00"))

    event = Dossier.objects.get().receive(by=people.clerk)

    assert "Hẹn trả kết quả: trước 17:00, thứ Sáu, 27/11/2026." in words_of(event).body


def test_an_estimated_calendar_is_said(dossier, people, time_machine):
    time_machine.move_to(at("2026-12-30 09:00"), tick=False)
    Dossier.objects.update(submitted_at=at("2026-12-29 20:00"))

    event = Dossier.objects.get().receive(by=people.clerk)

    assert "lịch nghỉ dự kiến" in words_of(event).body


def test_a_request_before_receipt_does_not_speak_of_a_clock(dossier, people):
    event = dossier.request_supplement(by=people.clerk, items=ITEMS, reason="Ảnh mờ.")

    assert "tạm dừng" not in words_of(event).body


def test_letters_are_plain_text_without_escapes(tell, office):
    office.names.update(full_name="UBND phường <Hồng & Gai>")

    assert "UBND phường <Hồng & Gai>" in words_of(tell("take_up")).body


def test_letters_are_in_vietnamese_whoever_moves(tell, client):
    from django.utils import translation

    with translation.override("en"):
        words = words_of(tell("take_up"))

    assert words.subject == f"Hồ sơ {CODE} đang được giải quyết"
    assert "/en/" not in words.body
