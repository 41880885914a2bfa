"""Saying where: any commune of the country, by its name of today or before."""

from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.template.loader import render_to_string

from motcua.catalog import forms
from motcua.catalog.models import ProcedureVersion
from motcua.territory.models import Containment, Succession, Unit, UnitName

FORM = {
    "type": "object",
    "properties": {
        "home": {"type": "string", "format": "place", "title": "Nơi cư trú"},
        "detail": {"type": "string", "title": "Số nhà, đường"},
    },
    "required": ["home"],
}
LAYOUT = {"pages": [{"key": "a", "title": "A", "sections": [{"fields": ["home", "detail"]}]}]}
BEFORE = DateRange(date(2020, 1, 1), date(2025, 7, 1))
BAI_CHAY = "06673"


@pytest.fixture
def version():
    return ProcedureVersion(form=FORM, form_layout=LAYOUT)


@pytest.fixture
def old_ward(province):
    """Phường Hà Lầm, divided between two wards of today."""
    old = Unit.objects.create(tier=Unit.Tier.COMMUNE, code="06600", valid_during=BEFORE)
    UnitName.objects.create(
        unit=old, kind="phường", proper_name="Hà Lầm", folded="ha lam", sort_key="ha lam",
        valid_during=BEFORE,
    )  # fmt: skip
    UnitName.objects.filter(proper_name="Bãi Cháy").update(folded="bai chay")
    Containment.objects.create(unit=old, parent=Unit.objects.get(code="22"), valid_during=BEFORE)
    for code in (BAI_CHAY, "06685"):
        new = Unit.objects.get(code=code)
        Succession.objects.create(
            old=old, new=new, day=date(2025, 7, 1), divided=True, legal_basis="NQ"
        )
    return old


def page(version, saved=None, **typed):
    return forms.form_for(version, "a", saved or {}, typed)


def html_of(form):
    return render_to_string("catalog/forms/page.html", {"form": form})


def test_a_name_that_one_place_has_is_taken_without_asking_again(version, old_ward):
    form = page(version, home__text="phường bãi cháy")

    assert form.is_valid()
    assert form.answers() == {"home": BAI_CHAY}


def test_an_old_name_leads_to_the_places_of_today(version, old_ward):
    form = page(version, home__text="Phường Hà Lầm", look_up="home", detail="Số 3")

    html = html_of(form)

    assert not form.is_valid()
    assert not form.errors
    assert html.count('type="radio"') == 2
    assert "Phường Hà Lầm, tỉnh Quảng Ninh chia về 2 nơi" in html
    assert form.answers() == {"home": "Phường Hà Lầm", "detail": "Số 3"}


def test_who_goes_on_without_choosing_is_asked_to_choose(version, old_ward):
    form = page(version, home__text="Phường Hà Lầm")

    assert "Hãy chọn nơi của bạn" in form.errors["home"][0]
    assert forms.check(version, form.answers())[0].field == "home"


def test_the_place_that_was_chosen_is_kept_and_shown_with_its_address(version, old_ward):
    form = page(version, home="06685", home__text="Phường Hà Lầm")

    assert form.answers() == {"home": "06685"}
    again = html_of(forms.form_for(version, "a", form.answers()))
    assert "phường Hà Lầm, tỉnh Quảng Ninh" in again
    assert 'value="06685" checked' in again


def test_a_name_that_is_nowhere_stays_with_a_word_what_to_do(version, old_ward):
    form = page(version, home__text="Xứ Lạ", look_up="home")

    assert "Chưa tìm thấy" in form.errors["home"][0]
    assert 'value="Xứ Lạ"' in html_of(form)
    assert form.answers() == {"home": "Xứ Lạ"}


def test_a_province_leads_to_the_list_of_its_communes(version, old_ward):
    form = page(version, home__province="22", look_up="home")

    html = html_of(form)

    assert "phường Hà Lầm" in html
    assert page(version, home__province="22", home=BAI_CHAY).answers() == {"home": BAI_CHAY}
    assert "trong danh sách" in page(version, home__province="22").errors["home"][0]


@pytest.mark.parametrize("code", ["99999", "06600", "x", "<script>"])
def test_a_code_that_is_no_commune_of_today_is_refused(version, old_ward, code):
    assert not page(version, home=code).is_valid()
    assert forms.check(version, {"home": code})[0].path == "home"


def test_a_summary_says_the_whole_address(version, old_ward):
    rows = forms.summary(version, {"home": BAI_CHAY})[0].rows

    assert rows[0].text == "phường Bãi Cháy, tỉnh Quảng Ninh"


def test_a_page_of_many_places_asks_the_map_once(version, old_ward, django_assert_max_num_queries):
    many = {f"p{n}": {"type": "string", "format": "place", "title": f"Nơi {n}"} for n in range(5)}
    layout = {"pages": [{"key": "a", "title": "A", "sections": [{"fields": list(many)}]}]}
    wide = ProcedureVersion(form={"type": "object", "properties": many}, form_layout=layout)

    with django_assert_max_num_queries(8):
        html = html_of(forms.form_for(wide, "a", dict.fromkeys(many, BAI_CHAY)))

    assert html.count("phường Bãi Cháy, tỉnh Quảng Ninh") == 5


SIGNED = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "format": "person-name", "title": "Họ tên", "maxLength": 300},
        "signed": {"type": "string", "format": "signature", "title": "Ký tên", "x-signs": "name"},
        "proof": {"type": "boolean", "title": "Có giấy chứng sinh", "x-paper": "Giấy chứng sinh"},
    },
}
SIGNED_PAGES = {
    "pages": [{"key": "a", "title": "A", "sections": [{"fields": list(SIGNED["properties"])}]}]
}


@pytest.fixture
def signed():
    return ProcedureVersion(form=SIGNED, form_layout=SIGNED_PAGES)


@pytest.mark.parametrize("typed", ["Nguyễn An", "NGUYỄN AN", "nguyen an", "Nguye\u0302\u0303n  An"])
def test_a_signature_repeats_the_name(signed, typed):
    assert forms.form_for(signed, "a", {}, {"name": "Nguyễn An", "signed": typed}).is_valid()


def test_a_signature_with_another_name_is_refused(signed):
    form = forms.form_for(signed, "a", {}, {"name": "Nguyễn An", "signed": "Nguyễn Anh"})

    assert form.errors["signed"] == ["Họ tên ký phải giống họ tên đã khai: Nguyễn An."]


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn " * 42 + "An",
        "H'Hen Niê",
        "Nguye\u0302\u0303n An",
        "NGUYỄN THỊ AN",
        "Bùi-Quang",
        "李明",
    ],
)
def test_names_of_people_are_taken(signed, name):
    assert forms.form_for(signed, "a", {}, {"name": name}).is_valid()


@pytest.mark.parametrize("name", ["Nguyễn 7", "<b>An</b>", "…", "x" * 301, "An@Bình"])
def test_what_is_no_name_is_refused_and_kept(signed, name):
    form = forms.form_for(signed, "a", {}, {"name": name})

    assert form.errors["name"]
    assert form.answers()["name"] == name


def test_a_file_is_asked_for_with_the_page_where_it_goes(signed):
    assert "Tệp “Giấy chứng sinh” đính kèm ở bước Giấy tờ." in html_of(
        forms.form_for(signed, "a", {})
    )


def test_what_cannot_be_read_where_it_does_not_count_keeps_nobody():
    form = {
        "type": "object",
        "properties": {
            "has": {
                "type": "string",
                "title": "Có con",
                "oneOf": [{"const": "yes", "title": "Có"}, {"const": "no", "title": "Không"}],
            },
            "born": {"type": "string", "format": "past-date", "title": "Ngày sinh"},
        },
    }
    when = {"required": ["has"], "properties": {"has": {"const": "yes"}}}
    sections = [{"fields": ["has"]}, {"fields": ["born"], "when": when}]
    layout = {"pages": [{"key": "a", "title": "A", "sections": sections}]}
    version = ProcedureVersion(form=form, form_layout=layout)

    assert forms.form_for(version, "a", {}, {"has": "no", "born": "hôm qua"}).is_valid()
    assert not forms.form_for(version, "a", {}, {"has": "yes", "born": "hôm qua"}).is_valid()
