"""What does a spreadsheet of staff do to the register, and what stands against its rows?"""

import unicodedata
from datetime import date, datetime, time

import pytest
from openpyxl.utils import get_column_letter

from motcua.accounts.models import Person
from motcua.organizations.acting import Acting
from motcua.organizations.models import AppointmentKind, Duty, Post, Succession
from motcua.organizations.tests.factories import (
    AppointmentFactory,
    OrganizationFactory,
    PersonFactory,
    PostFactory,
)
from motcua.periods.models import since
from motcua.staffing import actions, exceptions
from motcua.staffing.importing import columns, exporting
from motcua.staffing.importing.columns import COLUMNS, Key
from motcua.staffing.models import StaffChange, StaffEvent
from motcua.staffing.tests.conftest import FIRST
from motcua.staffing.tests.workbooks import DEPUTY, NEW, as_bytes, file, filled

pytestmark = pytest.mark.django_db
PLACE = {column.key: place for place, column in enumerate(COLUMNS, 1)}


def plan(town, *rows):
    return actions.check_file(file(*rows), by=town.manager)


def said(town, *rows):
    return [str(each) for each in plan(town, *rows).problems]


def brought(town, *rows):
    return actions.import_file(file(*rows), by=town.manager, name="nhan-su.xlsx")


# --- What is written ------------------------------------------------------------------------------


def test_a_row_opens_an_account_and_appoints(town):
    event = brought(town, NEW)

    held = town.deputy.appointments.get()
    assert (held.person.username, held.kind, held.seat) == ("moi.honggai", "holder", 1)
    assert held.valid_during.lower == FIRST
    assert held.decision.startswith("Quyết định số 214/QĐ-UBND ngày 20/11/2026")
    assert not held.person.has_usable_password()
    assert held.person.sort_name
    assert [each.what for each in event.changes.all()] == ["account", "begun"]
    assert event.person == town.manager.person
    assert set(event.payload) == {"file", "sha256"}


def test_a_new_post_is_made_once_for_all_its_rows_and_begins_with_the_first(town):
    post = {
        Key.CODE: "H49.61",
        Key.TITLE: "Công chức hộ tịch",
        Key.HOLDERS: "2",
        Key.DUTIES: "thẩm tra; tiếp nhận",
    }
    later = {
        **NEW,
        **post,
        Key.USERNAME: "hai.honggai",
        Key.EMAIL: "hai@motcua.example",
        Key.FIRST: date(2027, 1, 1),
    }

    brought(town, later, {**NEW, **post})

    made = Post.objects.get(title="Công chức hộ tịch")
    assert made.valid_during.lower == FIRST
    assert made.duties == [Duty.APPRAISE, Duty.RECEIVE]
    assert sorted(made.appointments.values_list("seat", flat=True)) == [1, 2]


def test_a_row_without_anybody_makes_a_post(town):
    brought(
        town,
        {
            **DEPUTY,
            Key.TITLE: "Chánh Văn phòng",
            Key.RANK: "cap pho",
            Key.FIRST: datetime.combine(FIRST, time.min),
        },
    )

    made = Post.objects.get(title="Chánh Văn phòng")
    assert (made.rank, made.holders_allowed, made.appointments.count()) == (2, 1, 0)


def test_who_stands_in_may_come_before_whom_they_stand_in_for(town):
    away = {
        **NEW,
        Key.NAME: "Nguyễn Văn Đức",
        Key.USERNAME: "DUC.khac",
        Key.EMAIL: "",
        Key.KIND: "Thay khi vắng",
        Key.COVERS: "moi.honggai",
        Key.FIRST: "05/12/2026",
        Key.LAST: "10/12/2026",
    }

    brought(town, away, NEW)

    cover = town.deputy.appointments.get(kind=AppointmentKind.COVER)
    assert cover.covers.person.username == "moi.honggai"
    assert cover.person == town.somebody


def test_words_are_composed_and_trimmed(town):
    spoilt = {
        **NEW,
        Key.NAME: unicodedata.normalize("NFD", "  Lê Thị\u00a0 Mới\u200b"),
        Key.TITLE: unicodedata.normalize("NFD", "Phó  Chủ tịch "),
        Key.NUMBER: 214,
    }

    brought(town, spoilt)

    assert town.deputy.appointments.get().person.full_name == "Lê Thị Mới"
    assert StaffChange.objects.get(what="begun").number == "214"


def test_the_machine_brings_in_what_an_operator_hands_it(town):
    beyond = {**NEW, Key.CODE: "H49.6", Key.TITLE: "Chủ tịch"}

    event = actions.import_file(file(beyond), by=Acting.machine(), name="a.xlsx")

    assert (event.role, event.person.is_machine) == ("system", True)


# --- Again, and at the same moment ----------------------------------------------------------------


def test_what_goes_out_comes_in_again_and_changes_nothing(town):
    brought(town, NEW)
    AppointmentFactory(post=PostFactory(organization=town.commune, title="=Lạ"), scope="a\nb")
    PostFactory.create_batch(2, organization=town.commune, title="Chuyên viên")
    events = StaffEvent.objects.count()
    kept = exporting.present([town.commune])

    again = actions.check_file(kept, by=town.manager)

    assert again.problems == []
    assert again.changes_nothing
    assert again.unchanged == again.rows == 5
    with pytest.raises(exceptions.NothingNew):
        actions.import_file(kept, by=town.manager, name="a.xlsx")
    assert StaffEvent.objects.count() == events


def test_one_wrong_row_and_nothing_is_written(town):
    with pytest.raises(exceptions.FileRefused) as refused:
        brought(town, NEW, {**NEW, Key.CODE: "H49.99", Key.USERNAME: "b", Key.EMAIL: "b@c.example"})

    assert [each.row for each in refused.value.plan.problems] == [3]
    assert not Person.objects.filter(username="moi.honggai").exists()
    assert not StaffEvent.objects.exists()


def test_another_outcome_than_the_one_that_was_read_is_not_written(town):
    content = file(NEW)
    seen = actions.check_file(content, by=town.manager).fingerprint
    AppointmentFactory(post=town.deputy, kind="acting", seat=None)
    town.deputy.holders_allowed = 2
    town.deputy.save()
    AppointmentFactory(post=town.deputy)

    with pytest.raises(exceptions.OtherOutcome):
        actions.import_file(content, by=town.manager, name="a.xlsx", seen=seen)

    assert not Person.objects.filter(username="moi.honggai").exists()


def test_nobody_else_may_bring_in_a_file(town):
    with pytest.raises(exceptions.NotYourMove):
        actions.import_file(file(NEW), by=Acting.holding(town.chair), name="a.xlsx")


# --- What stands against a row --------------------------------------------------------------------

BAD = {
    "day that could be two": ({Key.FIRST: "1/2/26"}, "Từ ngày", "không rõ là ngày nào"),
    "day that does not exist": ({Key.FIRST: "12/25/2026"}, "Từ ngày", "theo thứ tự ngày/tháng"),
    "day as a number": ({Key.FIRST: 46357}, "Từ ngày", "là số, không phải ngày"),
    "day with an hour": ({Key.FIRST: datetime.combine(FIRST, time(8))}, "Từ ngày", "có cả giờ"),
    "day of another century": ({Key.SIGNED: "20/11/1026"}, "Ngày ký", "quá xưa"),
    "day far ahead": ({Key.FIRST: "01/12/2226"}, "Từ ngày", "còn quá xa"),
    "last day before the first": ({Key.LAST: "01/11/2026"}, "Đến hết ngày", "đứng trước"),
    "decision of tomorrow": ({Key.SIGNED: "23/11/2026"}, "Ngày ký", "chưa đến"),
    "formula": ({Key.NAME: "=A1"}, "Họ và tên", "công thức"),
    "unknown kind": ({Key.KIND: "tạm quyền"}, "Hình thức", "kiêm nhiệm, quyền"),
    "unknown organization": ({Key.CODE: "H49.999"}, "Mã cơ quan", "Không có cơ quan nào"),
    "organization of others": ({Key.CODE: "H49.6"}, "Mã cơ quan", "không quản lý nhân sự"),
    "title without marks": ({Key.TITLE: "Pho Chu tich"}, "Chức danh", "“Phó Chủ tịch”"),
    "another rank": ({Key.RANK: "đứng đầu"}, "Thứ bậc", "tệp không đổi chức danh"),
    "key of another post": ({Key.POST: 999999}, "Mã chức danh", "Hãy xóa mã"),
    "no number of people": ({Key.HOLDERS: "hai"}, "Số người giữ", "không phải số người"),
    "no login name": ({Key.USERNAME: ""}, "Tên đăng nhập", "Hãy ghi tên đăng nhập"),
    "login name with blanks": ({Key.USERNAME: "lê mới"}, "Tên đăng nhập", "chưa đúng"),
    "no address": ({Key.EMAIL: ""}, "Thư điện tử công vụ", "đặt mật khẩu"),
    "broken address": ({Key.EMAIL: "moi@"}, "Thư điện tử công vụ", "chưa đúng"),
    "name of somebody else": ({Key.USERNAME: "duc.khac"}, "Họ và tên", "là của Nguyễn Văn Đức"),
    "no decision": ({Key.NUMBER: ""}, "Số quyết định", "Hãy ghi số quyết định"),
    "delegation of nobody": ({Key.KIND: "Uỷ quyền"}, "Thay cho", "người ủy quyền"),
    "stands in for a stranger": (
        {Key.KIND: "quyền", Key.COVERS: "khong.ai"},
        "Thay cho",
        "không giữ chức danh này",
    ),
    "taken seat": ({Key.TITLE: "Chủ tịch"}, "Từ ngày", "đã có Trần Thị Chung"),
    "very long": ({Key.NAME: "Lê " * 100}, "Họ và tên", "Dài quá 150 chữ"),
}


@pytest.mark.parametrize(("change", "column", "words"), BAD.values(), ids=BAD)
def test_what_is_wrong_has_a_sentence_at_its_cell(town, change, column, words):
    found = said(town, {**NEW, **change})

    assert found[0].startswith(f"Dòng 2, cột {column}: ")
    assert words in " ".join(found)
    with pytest.raises((exceptions.FileRefused, exceptions.NotYourMove)):
        brought(town, {**NEW, **change})


def test_of_an_ended_organization_the_successor_is_named(town):
    ended = OrganizationFactory(
        identifier="H49.61.1", valid_during=since(date(2020, 1, 1), date(2026, 7, 1))
    )
    heir = OrganizationFactory(identifier="H49.61.2", named="Trung tâm mới")
    Succession.objects.create(
        old=ended, new=heir, day=date(2026, 7, 1), kind="absorb", is_default=True
    )

    found = said(town, {**NEW, Key.CODE: "H49.61.1"})

    assert found == [
        "Dòng 2, cột Mã cơ quan: Cơ quan H49.61.1 kết thúc sau ngày 30/06/2026, nay là Trung tâm "
        "mới. Hãy ghi mã H49.61.2."
    ]


def test_of_a_divided_organization_all_successors_are_named(town):
    ended = OrganizationFactory(
        identifier="H49.61.1", valid_during=since(date(2020, 1, 1), date(2026, 7, 1))
    )
    for code, is_default in (("H49.61.3", False), ("H49.61.2", True)):
        Succession.objects.create(
            old=ended,
            new=OrganizationFactory(identifier=code),
            day=date(2026, 7, 1),
            kind="divide",
            is_default=is_default,
        )

    (found,) = said(town, {**NEW, Key.CODE: "H49.61.1"})

    assert "chia về H49.61.2, H49.61.3. Hãy ghi mã của cơ quan có chức danh này." in found


def test_two_rows_for_one_seat_name_each_other(town):
    other = {**NEW, Key.NAME: "Hai", Key.USERNAME: "hai", Key.EMAIL: "hai@motcua.example"}

    [found] = said(town, NEW, other)

    assert found.startswith("Dòng 3, cột Từ ngày: Chức danh này chỉ dành cho 1 người")
    assert "Lê Thị Mới (từ 01/12/2026, dòng 2)" in found


def test_the_same_row_twice(town):
    found = said(town, NEW, NEW)

    assert "đã có tên ở chức danh này từ 01/12/2026, dòng 2" in found[0]


def test_one_login_name_or_address_for_two_people(town):
    chief = {**NEW, Key.TITLE: "Chánh Văn phòng"}

    [name] = said(town, NEW, {**chief, Key.NAME: "Người Khác"})
    [mail] = said(town, NEW, {**chief, Key.USERNAME: "khac"})

    assert "ở dòng 2 là của Lê Thị Mới" in name
    assert "đã ghi cho Lê Thị Mới ở dòng 2" in mail


def test_a_citizen_keeps_their_name_and_an_officer_their_address(town):
    PersonFactory(username="cd-abc", password="!")
    AppointmentFactory(person__email="Co.San@motcua.example")

    assert "đã có người dùng" in said(town, {**NEW, Key.USERNAME: "cd-abc"})[0]
    assert "Đã có tài khoản" in said(town, {**NEW, Key.EMAIL: "co.san@motcua.example"})[0]


def test_a_file_ends_and_extends_nothing(town):
    brought(town, NEW)

    [found] = said(town, {**NEW, Key.LAST: "31/12/2026"})

    assert found.startswith("Dòng 2, cột Đến hết ngày: Sổ đã ghi người này giữ chức danh ấy từ")


def test_nobody_brings_in_their_own_appointment(town):
    own = {**NEW, Key.NAME: "", Key.EMAIL: "", Key.USERNAME: town.manager.person.username}

    assert "Không ai tự quyết về mình" in said(town, own)[0]


def test_a_second_head(town):
    [found] = said(town, {**NEW, Key.TITLE: "Giám đốc", Key.IS_HEAD: "có"})

    assert "đã có người đứng đầu là “Chủ tịch”" in found


def test_a_second_main_post_is_a_warning_that_has_its_row(town):
    main = {**NEW, Key.NAME: "", Key.EMAIL: "", Key.USERNAME: "duc.khac"}

    found = plan(town, main)

    assert found.problems == []
    assert [each.row for each in found.warnings] == [2]
    assert "hãy chọn hình thức kiêm nhiệm" in str(found.warnings[0])


# --- What stands against a sheet ------------------------------------------------------------------


def of_book(town, change):
    book = filled(NEW)
    change(book, book.active)
    return [str(each) for each in actions.check_file(as_bytes(book), by=town.manager).problems]


def letter(key):
    return get_column_letter(PLACE[key])


def hide_row(_book, page):
    page.row_dimensions[2].hidden = True


def hide_column(_book, page):
    page.column_dimensions[letter(Key.FIRST)].hidden = True


def hide_sheet(book, _page):
    book.create_sheet("Nháp").sheet_state = "hidden"


def merge(_book, page):
    page.merge_cells("A2:A3")


def rename(_book, page):
    page.cell(1, PLACE[Key.KIND]).value = "Hình thúc giữ"


def double(_book, page):
    page.cell(1, len(COLUMNS) + 1).value = "Từ ngày"


def stray(_book, page):
    page.cell(2, len(COLUMNS) + 3).value = "ghi chú"


def second(book, _page):
    book.copy_worksheet(book.active)


def headless(_book, page):
    page.delete_rows(1)


def empty(_book, page):
    page.delete_rows(2)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (hide_row, "Dòng 2: Dòng này đang bị ẩn"),
        (hide_column, "Cột “Từ ngày” đang bị ẩn"),
        (hide_sheet, "Trang tính “Nháp” đang bị ẩn"),
        (merge, "Dòng 2: Các ô A2:A3 đang gộp"),
        (rename, "Có phải “Hình thức”?"),
        (double, "Cột “Từ ngày” có hai lần"),
        (stray, "Dòng 2: Ô W2 nằm ngoài"),
        (second, "Có 2 trang tính cùng ghi nhân sự"),
        (headless, "Không tìm thấy dòng tiêu đề"),
        (empty, "Không có dòng nào dưới các tiêu đề"),
    ],
)
def test_what_a_sheet_hides_is_named_and_not_guessed(town, change, words):
    assert words in " ".join(of_book(town, change))


def test_words_to_choose_from_are_those_of_the_register():
    assert {label: kind for kind, label in AppointmentKind.choices} == columns.KINDS
    assert {label: rank for rank, label in Post.Rank.choices} == columns.RANKS
    assert {label: duty for duty, label in Duty.choices} == columns.DUTIES


def test_many_rows_cost_as_many_queries_as_one(town, django_assert_max_num_queries):
    rows = [
        {
            **NEW,
            Key.TITLE: "Chuyên viên",
            Key.HOLDERS: 300,
            Key.NAME: f"Người Thứ {n}",
            Key.USERNAME: f"nguoi.{n}",
            Key.EMAIL: f"{n}@motcua.example",
        }
        for n in range(300)
    ]

    with django_assert_max_num_queries(12):
        found = plan(town, *rows)

    assert len(found.given) == 300
    with django_assert_max_num_queries(40):
        brought(town, *rows)
