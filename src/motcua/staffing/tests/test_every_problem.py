"""Is a row told everything that stands against it at once, and nothing that only follows?"""

import pytest
from openpyxl.utils import get_column_letter

from motcua.organizations.models import Duty
from motcua.organizations.tests.factories import AppointmentFactory, PersonFactory, PostFactory
from motcua.staffing import actions
from motcua.staffing.importing.columns import BY_KEY, COLUMNS, Key
from motcua.staffing.tests.workbooks import DECIDED, DEPUTY, NEW, as_bytes, file, filled

pytestmark = pytest.mark.django_db
PLACE = {column.key: place for place, column in enumerate(COLUMNS, 1)}


def plan(town, *rows):
    return actions.check_file(file(*rows), by=town.manager)


def of_book(town, change, *rows):
    book = filled(*rows)
    change(book.active)
    return actions.check_file(as_bytes(book), by=town.manager).problems


def heads(problems, row=2):
    return [each.column for each in problems if each.row == row]


def named(*keys):
    return [BY_KEY[key].head for key in keys]


# --- One row --------------------------------------------------------------------------------------


def test_a_row_is_told_everything_from_column_to_column(town):
    row = {
        Key.CODE: "H49.999",
        Key.TITLE: "Phó Chủ tịch",
        Key.HOLDERS: "hai",
        Key.NAME: "Lê Thị Mới",
        Key.USERNAME: "lê mới",
        Key.EMAIL: "moi@",
        Key.PERSONAL: "12345",
        Key.KIND: "ủy quyền",
        Key.FIRST: "01/12/2026",
        Key.LAST: "01/11/2026",
        Key.SIGNED: "23/11/2026",
    }

    found = plan(town, row).problems

    assert heads(found) == named(
        Key.CODE,
        Key.HOLDERS,
        Key.USERNAME,
        Key.EMAIL,
        Key.PERSONAL,
        Key.LAST,
        Key.COVERS,
        Key.SCOPE,
        Key.NUMBER,
        Key.SIGNED,
        Key.ISSUER,
    )


def test_an_empty_row_of_a_person_is_told_every_cell_that_is_missing(town):
    found = plan(town, {Key.NAME: "Lê Thị Mới", Key.USERNAME: "moi.honggai"}).problems

    assert heads(found) == named(
        Key.CODE, Key.TITLE, Key.EMAIL, Key.KIND, Key.FIRST, Key.NUMBER, Key.SIGNED, Key.ISSUER
    )


@pytest.mark.parametrize(
    "key", [Key.CODE, Key.TITLE, Key.NAME, Key.USERNAME, Key.EMAIL, Key.KIND, Key.FIRST, Key.NUMBER]
)
def test_a_cell_that_cannot_be_read_is_told_once_and_nothing_follows_from_it(town, key):
    found = plan(town, {**NEW, key: "=A1", Key.ISSUER: ""}).problems

    assert set(heads(found)) == set(named(key, Key.ISSUER))
    assert len(found) == 2


def test_the_post_and_the_person_are_both_told(town):
    PersonFactory(username="cd-abc", password="!")
    row = {**NEW, Key.TITLE: "Chủ tịch", Key.RANK: "cấp phó", Key.USERNAME: "cd-abc"}

    assert heads(plan(town, row).problems) == named(Key.RANK, Key.USERNAME)
    row[Key.USERNAME] = "moi.honggai"
    assert heads(plan(town, row).problems) == named(Key.RANK, Key.FIRST)


def test_a_row_of_the_register_under_a_wrong_code_is_asked_for_no_decision(town):
    kept = {
        Key.CODE: "H49.999",
        Key.TITLE: "Chủ tịch",
        Key.USERNAME: town.chair.person.username,
        Key.KIND: "chính thức",
    }

    assert heads(plan(town, kept).problems) == named(Key.CODE)


def test_one_own_appointment_is_refused_even_where_the_post_is_unknown(town):
    own = {**NEW, Key.CODE: "H49.999", Key.NAME: "", Key.EMAIL: ""}
    own[Key.USERNAME] = town.manager.person.username

    assert heads(plan(town, own).problems) == named(Key.CODE, Key.NAME)


# --- Rows beside one another ----------------------------------------------------------------------


def standing_in():
    return {
        **NEW,
        Key.NAME: "Nguyễn Văn Đức",
        Key.USERNAME: "duc.khac",
        Key.EMAIL: "",
        Key.KIND: "quyền",
        Key.COVERS: "moi.honggai",
    }


@pytest.mark.parametrize("change", [{Key.FIRST: "=A1"}, {Key.EMAIL: "moi@"}, {Key.SIGNED: ""}])
def test_who_stands_in_for_a_row_with_a_problem_has_none_of_it(town, change):
    found = plan(town, {**NEW, **change}, standing_in()).problems

    assert {each.row for each in found} == {2}


def test_a_seat_stays_taken_by_a_row_that_has_another_problem(town):
    other = {**NEW, Key.NAME: "Hai", Key.USERNAME: "hai", Key.EMAIL: "hai@motcua.example"}

    found = plan(town, {**NEW, Key.NUMBER: ""}, other).problems

    assert heads(found) == named(Key.NUMBER)
    assert "dòng 2" in next(each.sentence for each in found if each.row == 3)


def test_an_unreadable_number_of_seats_fills_no_post(town):
    post = {**NEW, Key.TITLE: "Công chức hộ tịch"}
    other = {**post, Key.NAME: "Hai", Key.USERNAME: "hai", Key.EMAIL: "hai@motcua.example"}

    found = plan(town, {**post, Key.HOLDERS: "hai"}, {**other, Key.HOLDERS: 2}).problems

    assert [(each.row, each.column) for each in found] == [(2, "Số người giữ")]


# --- Columns --------------------------------------------------------------------------------------


def test_rows_are_read_under_heads_of_which_one_is_wrong(town):
    def rename(page):
        page.cell(1, PLACE[Key.KIND]).value = "Hình thúc giữ"

    found = of_book(town, rename, {**NEW, Key.EMAIL: "moi@"})

    assert heads(found) == named(Key.EMAIL)
    assert "Có phải “Hình thức”?" in found[0].sentence


def test_rows_are_read_where_a_needed_column_is_missing(town):
    def remove(page):
        page.delete_cols(PLACE[Key.FIRST])

    found = of_book(town, remove, {**NEW, Key.EMAIL: "moi@"})

    assert "Thiếu cột: Từ ngày" in found[0].sentence
    assert heads(found) == named(Key.EMAIL)


def test_a_column_that_means_nothing_is_named_once(town):
    def add(page):
        page.cell(1, len(COLUMNS) + 1).value = "Quê quán bên nội"
        page.cell(2, len(COLUMNS) + 1).value = "Hạ Long"

    [found] = of_book(town, add, NEW)

    assert "Không có cột “Quê quán bên nội”" in found.sentence


def test_columns_too_far_to_the_right_are_named(town):
    def far(page):
        for column in (201, 203, *range(210, 220)):
            page.cell(2, column).value = "ghi chú"

    [found] = of_book(town, far, NEW)

    assert found.row is None
    assert "ở cột GS, GU, HB" in found.sentence
    assert get_column_letter(219) not in found.sentence
    assert "…" in found.sentence


# --- Duties that clash ----------------------------------------------------------------------------


def on(title, duty):
    return {**NEW, **DECIDED, Key.KIND: "kiêm nhiệm", Key.TITLE: title, Key.DUTIES: duty}


def test_one_person_who_would_receive_appraise_and_decide_is_told_on_each_row(town):
    rows = [on("Một cửa", "tiếp nhận"), on("Hộ tịch", "thẩm tra"), on("Ký thay", "quyết định")]

    found = plan(town, *rows)

    assert found.problems == []
    assert [each.row for each in found.warnings] == [3, 4, 4]
    assert "còn giữ “Một cửa (kiêm nhiệm)”" in found.warnings[0].sentence
    assert "hệ thống sẽ từ chối bước thứ hai" in found.warnings[0].sentence


def test_one_who_holds_a_post_of_the_register_is_told_too(town):
    town.deputy.duties = [Duty.APPRAISE]
    town.deputy.save()
    row = {**NEW, **DEPUTY, Key.KIND: "kiêm nhiệm", Key.NAME: "", Key.EMAIL: ""}
    row[Key.USERNAME] = town.chair.person.username

    [warning] = plan(town, row).warnings

    assert warning.row == 2
    assert "còn giữ “Chủ tịch”" in warning.sentence


def test_a_new_post_with_several_duties_is_told_once(town):
    both = on("Công chức hộ tịch", "tiếp nhận, thẩm tra") | {Key.HOLDERS: 2}
    other = {**both, Key.NAME: "Hai", Key.USERNAME: "hai", Key.EMAIL: "hai@motcua.example"}

    found = plan(town, both, other)

    [warning] = found.warnings
    assert (warning.row, warning.column) == (2, "Nhiệm vụ với hồ sơ")
    assert "có nhiều nhiệm vụ (tiếp nhận, thẩm tra)" in warning.sentence


def test_posts_of_offices_that_share_no_dossier_are_no_warning(town):
    far = PostFactory(organization=town.beyond.organization, duties=[Duty.RECEIVE])
    AppointmentFactory(post=far, person=town.somebody)
    town.deputy.duties = [Duty.DECIDE]
    town.deputy.save()
    row = {**NEW, Key.KIND: "kiêm nhiệm", Key.NAME: "", Key.EMAIL: "", Key.USERNAME: "duc.khac"}

    assert plan(town, row).warnings == []
