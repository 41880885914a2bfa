from datetime import date

import pytest
import time_machine
from django.http import QueryDict
from django.template.loader import render_to_string

from motcua.catalog import forms
from motcua.catalog.forms.words import day_in_words
from motcua.catalog.forms_data import form_of
from motcua.catalog.models import ProcedureVersion

MOTHER = {
    "full_name": "Trần Thị Bình",
    "birth_date": "1998-03-04",
    "ethnicity": "Kinh",
    "nationality": "Việt Nam",
    "residence": {"detail": "Tổ 3, khu 5, phường Bãi Cháy"},
}
COMPLETE = {
    "requester": {
        "full_name": "Trần Thị Bình",
        "personal_number": "022198001234",
        "residence": {"detail": "Tổ 3, khu 5, phường Bãi Cháy"},
        "relation": "mother",
        "phone": "0912 345 678",
    },
    "child": {
        "full_name": "Nguyễn Minh An",
        "birth_date": "2026-09-05",
        "sex": "female",
        "ethnicity": "Kinh",
        "nationality": "Việt Nam",
        "birth_place": {"facility": "Bệnh viện Bãi Cháy"},
        "native_place": "phường Bãi Cháy",
    },
    "mother_declared": "yes",
    "mother": MOTHER,
    "father_declared": "no",
    "registration": {"basis": "mother", "copies": 2},
    "declaration": True,
}


@pytest.fixture(autouse=True)
def a_monday_in_november():
    with time_machine.travel("2026-11-23T09:00+07:00", tick=False):
        yield


@pytest.fixture
def birth():
    form, layout = form_of("1.001193")
    return ProcedureVersion(form=form, form_layout=layout)


@pytest.fixture
def general():
    form, layout = form_of("9.999999")
    return ProcedureVersion(form=form, form_layout=layout)


def typed(**answers):
    post = QueryDict(mutable=True)
    post.update(answers)
    return post


def messages(form):
    return {name: errors[0] for name, errors in form.errors.items()}


def paths(problems):
    return {problem.path for problem in problems}


def test_a_form_has_pages_in_order(birth):
    assert [page.key for page in forms.pages(birth)] == [
        "nguoi-yeu-cau",
        "tre",
        "me",
        "cha",
        "dang-ky",
    ]


def test_a_version_without_a_form_has_no_pages_and_no_problems():
    version = ProcedureVersion()

    assert forms.pages(version) == []
    assert forms.check(version, {"anything": 1}) == []


def test_complete_answers_have_no_problem(birth, db):
    assert forms.check(birth, COMPLETE) == []


def test_missing_answers_are_named_in_the_order_of_the_form(birth, db):
    problems = forms.check(birth, {})

    assert problems[0].page == "nguoi-yeu-cau"
    assert problems[0].message == "Hãy nhập “Họ, chữ đệm, tên người yêu cầu”."
    assert problems[-1].message == "Hãy đánh dấu vào ô này thì mới nộp được."
    assert "mother.full_name" not in paths(problems)


def test_a_declared_father_must_be_described(birth, db):
    problems = forms.check(birth, COMPLETE | {"father_declared": "yes"})

    assert "father.full_name" in paths(problems)
    assert "married" in paths(problems)


def test_answers_of_a_section_that_does_not_count_are_dropped(birth, db):
    answers = COMPLETE | {"father": MOTHER | {"full_name": "x" * 500}}

    assert forms.check(birth, answers) == []
    assert "father" not in forms.counting(birth, answers)


def test_the_day_of_birth_is_also_said_in_words(birth, db):
    counted = forms.counting(birth, COMPLETE)

    assert (
        counted["child"]["birth_date_in_words"]
        == "ngày năm tháng chín năm hai nghìn không trăm hai mươi sáu"
    )


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2015-04-21", "ngày hai mươi mốt tháng tư năm hai nghìn không trăm mười lăm"),
        ("1994-12-10", "ngày mười tháng mười hai năm một nghìn chín trăm chín mươi tư"),
        ("2005-01-31", "ngày ba mươi mốt tháng một năm hai nghìn không trăm linh năm"),
        ("nonsense", None),
    ],
)
def test_days_are_written_as_on_papers(day, words):
    assert day_in_words(day) == words


@pytest.mark.parametrize(
    "written", ["5/9/2026", "05/09/2026", "05-09-2026", "2026-09-05", "０５／０９／２０２６"]
)
def test_a_day_is_read_however_it_is_written(birth, db, written):
    form = forms.form_for(birth, "tre", {}, typed(child__birth_date=written))

    assert form.answers()["child"]["birth_date"] == "2026-09-05"
    assert "child__birth_date" not in form.errors


@pytest.mark.parametrize(
    ("name", "written", "sentence"),
    [
        ("child__birth_date", "31/02/2026", "phải có trên lịch"),
        ("child__birth_date", "24/11/2026", "Ngày này chưa đến"),
        ("child__birth_date", "hôm qua", "ngày/tháng/năm"),
        ("child__full_name", "<script>", "Họ tên chỉ gồm chữ cái"),
        ("child__full_name", "Nguyễn " * 60, "nhiều nhất 300 ký tự"),
        ("child__sex", "x", "Hãy chọn “Giới tính”"),
        ("child__birth_place__commune", "99999", "trong danh sách"),
    ],
)
def test_a_wrong_answer_is_refused_beside_its_question(birth, db, name, written, sentence):
    form = forms.form_for(birth, "tre", {}, typed(**{name: written}))

    assert sentence in messages(form)[name]
    assert form[name].value() == written


@pytest.mark.parametrize(
    ("name", "written", "sentence"),
    [
        ("requester__personal_number", "12345", "đúng 12 chữ số"),
        ("requester__phone", "12", "bắt đầu bằng số 0"),
        ("requester__email", "khong phai thu", "ten@vidu.vn"),
    ],
)
def test_shapes_have_sentences_of_their_own(birth, db, name, written, sentence):
    form = forms.form_for(birth, "nguoi-yeu-cau", {}, typed(**{name: written}))

    assert sentence in messages(form)[name]


def test_a_number_is_bounded(birth, db):
    form = forms.form_for(birth, "dang-ky", {}, typed(registration__copies="1.000"))

    assert messages(form)["registration__copies"] == "Số này lớn nhất là 50."


def test_what_is_typed_is_cleaned(birth, db):
    form = forms.form_for(
        birth,
        "nguoi-yeu-cau",
        {},
        typed(
            requester__full_name="  Nguye\u0302\u0303n\u202e  An ",
            requester__personal_number="022 198 001 234",
        ),
    )

    assert form.answers()["requester"] == {
        "full_name": "Nguyễn An",
        "personal_number": "022198001234",
    }


def test_a_page_asks_only_for_itself_and_keeps_the_others(birth, db):
    kept = {"child": COMPLETE["child"]}
    page = {
        "requester__full_name": "Trần Thị Bình",
        "requester__personal_number": "022198001234",
        "requester__relation": "mother",
        "requester__residence__detail": "Tổ 3",
        "requester__phone": "0912345678",
    }

    form = forms.form_for(birth, "nguoi-yeu-cau", kept, typed(**page))

    assert form.is_valid()
    assert form.answers()["child"] == COMPLETE["child"]


def test_answers_that_are_not_right_are_kept_all_the_same(birth, db):
    form = forms.form_for(birth, "tre", {}, typed(child__full_name="Nguyễn 7"))

    assert not form.is_valid()
    assert form.answers() == {"child": {"full_name": "Nguyễn 7"}}


def test_an_answer_taken_back_is_gone(birth, db):
    form = forms.form_for(birth, "me", COMPLETE, typed(mother_declared="no"))

    assert form.is_valid()
    assert "mother" not in form.answers()


def test_a_page_shows_what_was_answered(birth, db):
    form = forms.form_for(birth, "tre", COMPLETE)

    html = render_to_string("catalog/forms/page.html", {"form": form})

    assert 'value="05/09/2026"' in html
    assert 'value="Nguyễn Minh An"' in html
    assert 'inputmode="numeric"' in html


def test_an_error_is_tied_to_its_question(birth, db):
    form = forms.form_for(birth, "tre", {}, typed(child__full_name=""))

    html = render_to_string("catalog/forms/page.html", {"form": form})

    assert 'id="id_child__full_name_error"' in html
    assert 'href="#id_child__full_name"' in html
    assert 'aria-invalid="true"' in html


def test_a_section_stays_while_the_same_page_decides_about_it(birth, db):
    titles = {section.title for section in forms.form_for(birth, "cha", {}).sections()}

    assert "Thông tin về cha" in titles


def test_a_section_that_an_earlier_page_ruled_out_is_not_shown(birth, db):
    form = forms.form_for(birth, "dang-ky", {"father_declared": "no", "mother_declared": "yes"})

    assert "Hôn nhân của cha mẹ" not in {section.title for section in form.sections()}


def test_a_section_that_hangs_on_two_pages_waits_for_the_earlier_one(birth, db):
    asked = {section.title for section in forms.form_for(birth, "dang-ky", {}).sections()}
    both = {"father_declared": "yes", "mother_declared": "yes"}
    later = {section.title for section in forms.form_for(birth, "dang-ky", both).sections()}

    assert "Giấy chứng nhận kết hôn" not in asked
    assert "Giấy chứng nhận kết hôn" in later


def test_the_first_page_says_that_the_form_is_no_official_template(birth, db):
    first = render_to_string(
        "catalog/forms/page.html", {"form": forms.form_for(birth, "nguoi-yeu-cau", {})}
    )

    assert "Mẫu làm việc của bản trình diễn" in first
    assert forms.form_for(birth, "tre", {}).notice == ""


def test_an_unknown_page_does_not_exist(birth):
    with pytest.raises(KeyError):
        forms.form_for(birth, "khong-co", {})


def test_a_commune_is_chosen_by_its_code(birth, province):
    form = forms.form_for(birth, "tre", {}, typed(child__birth_place__commune="06673"))

    assert form.answers()["child"]["birth_place"]["commune"] == "06673"
    choices = dict(form["child__birth_place__commune"].field.choices)
    assert choices["06673"] == "phường Bãi Cháy"


def test_a_summary_speaks_the_words_of_the_form(birth, province):
    answers = COMPLETE | {"child": COMPLETE["child"] | {"birth_place": {"commune": "06673"}}}

    sections = forms.summary(birth, answers)

    rows = {row.label: row.text for section in sections for row in section.rows}
    assert rows["Giới tính"] == "Nữ"
    assert rows["Ngày, tháng, năm sinh"] == "05/09/2026"
    assert rows["Xã, phường, đặc khu nơi sinh"] == "phường Bãi Cháy"
    assert rows["Số định danh cá nhân"] == "022198001234"
    assert "Thông tin về cha" not in {section.title for section in sections}


def test_figures_of_full_width_are_figures(birth, db):
    said = typed(
        requester__personal_number="０２２１９８００１２３４",
        requester__phone="０９１２３４５６７８",
    )

    form = forms.form_for(birth, "nguoi-yeu-cau", {}, said)

    assert not {"requester__personal_number", "requester__phone"} & set(form.errors)
    assert form.answers()["requester"]["personal_number"] == "022198001234"
    assert form.answers()["requester"]["phone"] == "0912345678"


def test_what_was_left_empty_is_named_page_by_page(birth, db):
    answers = {**COMPLETE, "requester": {**COMPLETE["requester"], "email": ""}}

    empty = forms.left_empty(birth, answers)

    assert "Thư điện tử" in empty["nguoi-yeu-cau"]
    assert "Họ, chữ đệm, tên người yêu cầu" not in empty["nguoi-yeu-cau"]
    assert "cha" not in empty or "Họ, chữ đệm, tên người cha" not in empty["cha"]


def test_a_summary_may_mask_personal_numbers(birth, db):
    rows = [row for part in forms.summary(birth, COMPLETE, masked=True) for row in part.rows]

    assert next(r.text for r in rows if r.path == "requester.personal_number") == "022*****1234"


def test_what_the_portal_knows_is_filled_in(general):
    known = {"full_name": "Lê An", "birth_date": date(1990, 1, 2), "phone": "", "email": None}

    assert forms.prefilled(general, known) == {
        "applicant": {"full_name": "Lê An", "birth_date": "1990-01-02"}
    }


def test_the_general_form_asks_what_is_requested(general, db):
    problems = forms.check(general, {})

    assert {"request.subject", "request.details", "declaration"} <= paths(problems)
    assert [page.key for page in forms.pages(general)] == ["nguoi-nop", "de-nghi"]


def test_several_lines_are_kept(general, db):
    form = forms.form_for(general, "de-nghi", {}, typed(request__details=" Một \r\n\r\nHai\x00 "))

    assert form.answers()["request"]["details"] == "Một\n\nHai"


def test_the_order_of_questions_survives_the_database(make_draft):
    version = ProcedureVersion.objects.get(pk=make_draft().pk)

    asked = next(page for page in forms.pages(version) if page.key == "me").asked_paths

    assert asked[:3] == ["mother_declared", "mother.full_name", "mother.birth_date"]


def test_what_is_wanted_under_a_condition_is_not_called_optional(birth):
    form = forms.form_for(birth, "dang-ky", COMPLETE)

    assert form.fields["married"].required
    assert not form.fields["registration__request"].required
