"""How does a spreadsheet come in on the screen: brought, checked, confirmed once?"""

import io
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from motcua.accounts.tests.sessions import as_officer
from motcua.organizations.models import Appointment
from motcua.organizations.tests.factories import AppointmentFactory
from motcua.staffing import actions
from motcua.staffing.importing.columns import Key
from motcua.staffing.models import StaffEvent, StaffFile
from motcua.staffing.tests.workbooks import NEW, file

pytestmark = pytest.mark.django_db
IMPORT, CHECK = "staff_desk:import", "staff_desk:check"


def bring(desk, *rows, content=None):
    sent = SimpleUploadedFile("nhan-su.xlsx", content or file(*rows))
    return desk.post(reverse(IMPORT), {"file": sent}, follow=True)


def confirm(desk, page, **said):
    shown = {field.name: field.value() or "" for field in page.context["form"]}
    return desk.post(reverse(CHECK), shown | said, follow=True)


def test_a_file_is_checked_then_confirmed(desk, town):
    page = bring(desk, NEW)
    assert "Chưa ghi gì vào sổ" in page.text
    assert not Appointment.objects.filter(post=town.deputy).exists()

    done = confirm(desk, page)

    assert "1 người được ghi chức vụ, 0 chức danh được lập, 1 tài khoản" in done.text
    assert town.deputy.appointments.get().person.username == "moi.honggai"
    assert not StaffFile.objects.exists()


def test_a_double_click_brings_it_in_once(desk, town):
    page = bring(desk, NEW)
    confirm(desk, page)

    again = confirm(desk, page)

    assert "không ghi thêm lần nữa" in again.text
    assert StaffEvent.objects.count() == 1


def test_every_problem_stands_with_its_row_and_nothing_can_be_confirmed(desk, town):
    page = bring(desk, NEW, {**NEW, Key.CODE: "H49.999", Key.FIRST: "31/02/2026"})

    assert "Không có ngày 31/02/2026" in page.text
    assert "Xác nhận và ghi vào sổ" not in page.text


def test_what_has_to_be_read_is_ticked(desk, town):
    main = {**NEW, Key.NAME: "", Key.EMAIL: "", Key.USERNAME: "duc.khac"}
    page = bring(desk, main)

    refused = confirm(desk, page)
    assert refused.status_code == 409
    assert "Hãy đọc các lưu ý" in refused.text

    done = confirm(desk, refused, seen_warnings="on")
    assert "Đã nhập" in done.text


def test_another_file_in_the_meantime_is_not_confirmed_by_the_old_page(desk, town):
    old = bring(desk, NEW)
    bring(desk, {**NEW, Key.USERNAME: "khac.honggai"})

    refused = confirm(desk, old)

    assert refused.status_code == 409
    assert "Bạn vừa tải lên một tệp khác" in refused.text
    assert not StaffEvent.objects.exists()


def test_a_changed_register_is_shown_before_anything_is_written(desk, town):
    page = bring(desk, NEW)
    AppointmentFactory(post=town.deputy)

    refused = confirm(desk, page)

    assert refused.status_code == 409
    assert "Tệp còn chỗ sai nên chưa ghi gì" in refused.text
    assert not StaffEvent.objects.exists()


def test_what_is_no_workbook_stays_on_the_page(desk, town):
    page = bring(desk, content=b"Ma co quan;Chuc danh")

    assert "không phải XLSX" in page.text
    assert not StaffFile.objects.exists()


def test_a_file_belongs_to_who_brought_it(client, town):
    actions.keep_file(file(NEW), by=town.manager, name="a.xlsx")

    assert as_officer(client, town.chair.person).get(reverse(CHECK)).status_code == 404


def test_without_a_file_there_is_nothing_to_check(desk, town):
    assert desk.get(reverse(CHECK)).url == reverse(IMPORT)


def test_the_template_and_the_list_have_the_same_heads(desk, town):
    books = [
        load_workbook(io.BytesIO(desk.get(reverse(f"staff_desk:{name}")).content))
        for name in ("template", "present")
    ]

    empty, full = (book["Nhân sự"] for book in books)
    assert [cell.value for cell in empty[1]] == [cell.value for cell in full[1]]
    assert (empty.max_row, full.max_row) == (1, 3)
    assert full["H2"].value == "Trần Thị Chung"
    assert len(empty.data_validations.dataValidation) == 3
    assert books[0].sheetnames == ["Nhân sự", "Hướng dẫn"]


def test_a_file_that_nobody_confirms_is_forgotten(town):
    actions.keep_file(file(NEW), by=town.manager, name="a.xlsx")

    with time_machine.travel(timezone.now() + StaffFile.KEPT_FOR - timedelta(hours=1)):
        assert actions.forget_files() == 0
    with time_machine.travel(timezone.now() + StaffFile.KEPT_FOR + timedelta(hours=1)):
        assert actions.forget_files() == 1


def test_an_operator_checks_and_enters_a_file(town, tmp_path, capsys):
    path = tmp_path / "a.xlsx"
    path.write_bytes(file(NEW))

    call_command("import_staff", str(path))
    assert not StaffEvent.objects.exists()
    call_command("import_staff", str(path), "--apply")

    assert "appointments 1" in capsys.readouterr().out
    assert StaffEvent.objects.get().role == "system"


def test_an_operator_hears_of_every_problem(town, tmp_path, capsys):
    path = tmp_path / "a.xlsx"
    path.write_bytes(file({**NEW, Key.KIND: "?"}))

    with pytest.raises(CommandError, match="1 problems"):
        call_command("import_staff", str(path), "--apply")

    assert "! Dòng 2, cột Hình thức" in capsys.readouterr().out
