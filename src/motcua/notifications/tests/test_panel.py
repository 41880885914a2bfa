"""What does the officer see of the letters?"""

import pytest
from django.template import Context

from motcua.notifications.models import Letter
from motcua.ui import panels

pytestmark = pytest.mark.django_db


def shown(rf, **context):
    from django.template.loader import render_to_string

    return "".join(
        render_to_string(name, dict(told))
        for name, told in panels.at("dossier.letters", Context(context))
    )


def test_it_says_which_letters_were_sent_and_which_failed(rf, dossier, tell):
    tell("receive")
    tell("take_up")
    first, second = Letter.objects.all()
    first.mark_sent()
    second.mark_failed(Letter.Problem.ADDRESS_REFUSED, 550)

    page = shown(rf, dossier=dossier)

    assert "Đã gửi" in page
    assert "Không gửi được" in page
    assert "Địa chỉ thư điện tử không nhận thư" in page
    assert "Hãy gọi điện thoại cho người nộp." in page
    assert "thinh@" not in page


def test_it_says_when_there_is_no_address(rf, dossier):
    dossier.email = ""

    assert "không khai thư điện tử" in shown(rf, dossier=dossier)


def test_elsewhere_it_shows_nothing(rf):
    assert shown(rf) == ""
