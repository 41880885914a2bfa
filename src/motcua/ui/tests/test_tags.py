from datetime import UTC, date, datetime

import pytest
from django import forms
from django.template import Context, Template, TemplateSyntaxError
from django.utils import translation

from motcua.ui import panels


def shown(source: str, **context) -> str:
    return Template("{% load ui %}" + source).render(Context(context))


# --- Words ---------------------------------------------------------------------------------------


def test_a_day_is_said_with_its_weekday():
    page = shown("{% day due %}", due=date(2026, 11, 27))

    assert page == '<time datetime="2026-11-27">thứ Sáu, 27/11/2026</time>'


def test_a_moment_late_in_the_evening_of_london_is_the_next_day_in_vietnam():
    page = shown("{% day at %} {% moment at %}", at=datetime(2026, 11, 22, 18, 5, tzinfo=UTC))

    assert "thứ Hai, 23/11/2026" in page
    assert '<span class="num">01:05</span>, thứ Hai 23/11/2026' in page


def test_nothing_is_said_of_a_day_that_is_not_known():
    assert shown("[{% day none %}{% moment none %}{% money none %}]", none=None) == "[]"


def test_money_is_grouped_and_has_its_unit():
    assert "75.000</span> đồng" in shown("{% money fee %}", fee=75_000)


@pytest.mark.parametrize("kind", ["ok", "soon", "late", "wait"])
def test_a_light_is_shape_and_word(kind):
    page = shown("{% light kind text %}", kind=kind, text="<b>")

    assert "<svg" in page
    assert "&lt;b&gt;" in page


def test_there_is_no_fifth_light():
    with pytest.raises(TemplateSyntaxError):
        shown('{% light "green" "Tốt" %}')


# --- Forms ---------------------------------------------------------------------------------------


class Birth(forms.Form):
    name = forms.CharField(label="Họ tên trẻ", help_text="Như giấy chứng sinh")
    place = forms.ChoiceField(
        label="Nơi sinh", choices=[("a", "Bệnh viện"), ("b", "Nhà")], widget=forms.RadioSelect
    )
    note = forms.CharField(label="Ghi chú", required=False, widget=forms.Textarea)
    agreed = forms.BooleanField(label="Tôi cam đoan")
    day = forms.SplitDateTimeField(label="Lúc sinh", required=False)

    def clean(self):
        raise forms.ValidationError("Hai ngày mâu thuẫn.")


def test_a_field_ties_label_hint_error_and_answer_together():
    page = shown("{% field form.name %}", form=Birth({}))

    assert '<label for="id_name">Họ tên trẻ</label>' in page
    assert 'aria-describedby="id_name_helptext id_name_error"' in page
    assert 'id="id_name_helptext"' in page
    assert 'id="id_name_error"' in page
    assert 'aria-invalid="true"' in page


def test_a_choice_is_a_group_with_its_question():
    page = shown("{% field form.place %}", form=Birth())

    assert "<fieldset" in page
    assert page.count('class="tick"') == 2
    assert 'value="a"' in page


def test_what_need_not_be_answered_says_so():
    assert "(không bắt buộc)" in shown("{% field form.note %}", form=Birth())
    assert "(không bắt buộc)" not in shown("{% field form.name %}", form=Birth())


def test_a_tick_stands_before_its_words():
    page = shown("{% field form.agreed %}", form=Birth())

    assert page.index('type="checkbox"') < page.index("Tôi cam đoan")


def test_several_inputs_under_one_question_are_a_group():
    page = shown("{% field form.day %}", form=Birth())

    assert "<fieldset" in page
    assert "day_1" in page


def test_the_summary_leads_to_every_field_that_is_wrong():
    page = shown("{% error_summary form %}", form=Birth({}))

    assert "Có 4 chỗ cần sửa" in page
    assert 'href="#id_name"' in page
    assert 'href="#id_place_0"' in page
    assert "Hai ngày mâu thuẫn." in page


def test_a_form_without_fault_has_no_summary():
    assert shown("{% error_summary form %}", form=Birth()).strip() == ""


# --- Panels --------------------------------------------------------------------------------------


@pytest.fixture
def panel():
    def show(context):
        return "ui/components/hotline.html", {"site": {"hotline": context["number"]}}

    panels.register("test.place", show)
    yield show
    panels.remove("test.place", show)


def test_a_page_shows_what_an_upper_room_registered(panel):
    assert "0203" in shown('{% panel "test.place" %}', number="0203")


def test_registering_twice_shows_once(panel):
    panels.register("test.place", panel)

    assert shown('{% panel "test.place" %}', number="0203").count("<p>") == 1


def test_an_empty_place_is_empty():
    assert shown('{% panel "nowhere" %}') == ""


# --- The way here and the way across -------------------------------------------------------------


def test_the_door_one_stands_behind_is_lit(rf):
    page = shown("{% header_doors %}", request=rf.get("/dich-vu-cong/1.001193/"))

    assert page.count("aria-current") == 1
    assert page.index("aria-current") < page.index("Dịch vụ công")


@pytest.mark.parametrize(
    ("language", "here", "there"),
    [
        ("vi", "/hoi-dap/?q=a", "/en/hoi-dap/?q=a"),
        ("en", "/en/hoi-dap/", "/hoi-dap/"),
        ("vi", "/khong-co/", "/en/"),
        ("en", "/en/khong-co/", "/"),
    ],
)
def test_the_language_switch_keeps_the_page(rf, language, here, there):
    with translation.override(language):
        page = shown("{% language_switch %}", request=rf.get(here))

    assert f'href="{there}"' in page
