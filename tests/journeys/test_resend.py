"""A form is sent while the network, the web process or the database is away."""

import pytest
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import OperationalError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template import engines
from django.urls import get_resolver, path
from playwright.sync_api import expect

handler400, handler403 = "motcua.ui.views.bad_request", "motcua.ui.views.forbidden"
handler404, handler500 = "motcua.ui.views.not_found", "motcua.ui.views.server_error"

PAGE = """{% extends "ui/layouts/citizen.html" %}
{% block title %}Tờ khai{% endblock %}
{% block main %}
  <h1>Tờ khai</h1>
  <form method="post" enctype="multipart/form-data" class="ask-list" data-resend>
    {% csrf_token %}
    {% if wrong %}<p class="wrong">Họ tên chưa đúng.</p>{% endif %}
    <div><label for="name">Họ tên</label><input class="field" id="name" name="name" value="{{ name }}"></div>
    <div><label for="file">Giấy tờ</label><input class="field" id="file" name="file" type="file"></div>
    <button class="btn" name="step" value="send">Gửi hồ sơ</button>
  </form>
{% endblock %}"""  # noqa: E501

received: list[dict[str, str]] = []


@login_not_required
def form(request):
    """Takes what is sent; trouble comes by name."""
    if request.method == "GET":
        return show(request)
    name = request.POST["name"]
    if name == "Sai":
        return show(request, name=name, wrong=True)
    if name == "Mất" and not received:
        received.append({})
        raise OperationalError("the database restarts")
    sent = request.FILES.get("file")
    received.append(
        {"name": name, "step": request.POST.get("step", ""), "file": sent.name if sent else ""}
    )
    messages.success(request, "Đã nhận hồ sơ.")
    return redirect("questions:list")


def show(request, **context):
    return HttpResponse(engines["django"].from_string(PAGE).render(context, request))


urlpatterns = [path("form/", form), *get_resolver(settings.ROOT_URLCONF).url_patterns]
pytestmark = pytest.mark.urls(__name__)


@pytest.fixture(autouse=True)
def _nothing_received():
    received.clear()


def fill(reader, name: str) -> None:
    reader.go("/form/")
    reader.page.get_by_label("Họ tên").fill(name)
    reader.page.get_by_label("Giấy tờ").set_input_files(
        {"name": "chung-sinh.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"}
    )


def press(reader, name: str = "Gửi hồ sơ") -> None:
    reader.page.get_by_role("button", name=name).click()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_form_arrives_whole_and_its_message_is_shown_once(readers, javascript):
    reader = readers(javascript=javascript)
    fill(reader, "Lê Thị Mận")

    press(reader)

    reader.page.wait_for_url("**/hoi-dap/")
    expect(reader.page.get_by_text("Đã nhận hồ sơ.")).to_be_visible()
    assert received == [{"name": "Lê Thị Mận", "step": "send", "file": "chung-sinh.pdf"}]


@pytest.mark.parametrize("javascript", [True, False])
def test_a_refused_form_is_shown_with_its_error(readers, javascript):
    reader = readers(javascript=javascript)
    fill(reader, "Sai")

    press(reader)

    reader.page.get_by_text("Họ tên chưa đúng.").wait_for()
    assert reader.path == "/form/"
    reader.look()
    reader.page.get_by_label("Họ tên").fill("Lê Thị Mận")
    press(reader)
    reader.page.wait_for_url("**/hoi-dap/")
    assert received == [{"name": "Lê Thị Mận", "step": "send", "file": ""}]


def test_while_the_network_is_away_everything_stays_and_one_button_sends_it(reader):
    fill(reader, "Lê Thị Mận")
    reader.page.context.set_offline(True)
    press(reader)

    again = reader.page.get_by_role("button", name="Thử lại")
    again.wait_for()
    reader.look()
    assert reader.page.get_by_label("Họ tên").input_value() == "Lê Thị Mận"
    assert again.evaluate("e => e === document.activeElement")

    reader.page.context.set_offline(False)
    again.click()
    reader.page.wait_for_url("**/hoi-dap/")
    assert received == [{"name": "Lê Thị Mận", "step": "send", "file": "chung-sinh.pdf"}]


def test_while_the_database_is_away_the_page_stays_with_its_files(reader):
    fill(reader, "Mất")
    press(reader)

    again = reader.page.get_by_role("button", name="Thử lại")
    again.wait_for()
    again.click()

    reader.page.wait_for_url("**/hoi-dap/")
    assert received[1:] == [{"name": "Mất", "step": "send", "file": "chung-sinh.pdf"}]


def test_without_javascript_the_text_is_sent_again_and_the_file_chosen_again(
    reader_without_javascript,
):
    reader = reader_without_javascript
    fill(reader, "Mất")
    press(reader)
    reader.look()

    reader.page.get_by_label("Chọn lại tệp “chung-sinh.pdf”").set_input_files(
        {"name": "chung-sinh.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"}
    )
    press(reader, "Thử lại")

    reader.page.wait_for_url("**/hoi-dap/")
    assert received[1:] == [{"name": "Mất", "step": "send", "file": "chung-sinh.pdf"}]


def test_a_double_click_sends_once(readers):
    reader = readers()
    fill(reader, "Lê Thị Mận")

    reader.page.get_by_role("button", name="Gửi hồ sơ").dblclick()

    reader.page.wait_for_url("**/hoi-dap/")
    assert len(received) == 1


def test_coming_back_to_a_sent_form_it_can_be_sent_again(readers):
    reader = readers()
    fill(reader, "Lê Thị Mận")
    press(reader)
    reader.page.wait_for_url("**/hoi-dap/")

    reader.page.go_back()
    press(reader)

    reader.page.wait_for_url("**/hoi-dap/")
    assert len(received) == 2
