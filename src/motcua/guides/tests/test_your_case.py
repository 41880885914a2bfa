"""May I, what does it cost me, where is my office, how long does it really take?"""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from motcua.catalog.models import Procedure, ProcedureVersion
from motcua.catalog.tests.conftest import province  # noqa: F401
from motcua.dossiers.tests.factories import DossierFactory
from motcua.guides import reckoning
from motcua.guides.models import Exemption, Fee, OfficeTerms
from motcua.organizations.models import Contact
from motcua.periods import clock
from motcua.periods.models import since
from motcua.statistics import speeds
from motcua.territory.models import UnitName
from motcua.territory.spelling import key

ALWAYS = since(date(2025, 7, 1))


@pytest.fixture
def ask(client, guides):
    def get(code="1.001193", **address):
        named = {name.replace("_", "-"): value for name, value in address.items()}
        return client.get(f"/dich-vu-cong/{code}/cho-toi/", named)

    return get


@pytest.fixture
def town(province):  # noqa: F811
    """Its places are found by their names."""
    for name in UnitName.objects.all():
        name.folded = key(name.proper_name)
        name.save()
    return province


# --- May I? -------------------------------------------------------------------------------------


def test_all_well_is_likely_yes(ask):
    page = ask(dk_da_co="chua", dk_nuoc_ngoai="khong", dk_ai_di="cha-me").text

    assert "Có vẻ bạn làm được" in page


def test_no_says_why_and_leads_on_and_refuses_nobody(ask):
    page = ask(dk_nuoc_ngoai="co").text

    assert "Có thủ tục riêng" in page
    assert 'href="/dich-vu-cong/2.000528/"' in page
    assert "Bạn vẫn có quyền nộp" in page


def test_what_is_unsure_is_for_the_office(ask):
    page = ask(dk_da_co="chua", dk_nuoc_ngoai="khong", dk_ai_di="nho").text

    assert "Hãy hỏi nơi tiếp nhận trước khi nộp" in page
    assert "ủy quyền có chứng thực" in page


@pytest.mark.parametrize("answers", [{}, {"dk_da_co": "chua"}, {"dk_da_co": "bogus"}])
def test_before_everything_is_answered_nothing_is_said(ask, answers):
    assert ask(**answers).context["verdict"].is_open


def test_a_case_that_is_meant_for_an_ended_procedure_leads_to_its_successor(ask, end_with):
    end_with("2.000528", "2.000635")

    page = ask(dk_nuoc_ngoai="co").text

    assert 'href="/dich-vu-cong/2.000635/"' in page
    assert 'href="/dich-vu-cong/2.000528/"' not in page


def test_each_question_names_its_law(ask):
    assert "Luật Cư trú 68/2020/QH14, Điều 20" in ask("1.004222").text


def test_where_nobody_wrote_questions_the_records_own_conditions_are_ticked(ask):
    open_page, half, whole = (
        ask("2.001159", **dict.fromkeys(ticks, "on"))
        for ticks in ([], ["du_1"], ["du_1", "du_2", "du_3"])
    )

    assert "Báo trước 23 giờ" in open_page.text
    assert "Còn 2 điều" in half.text
    assert "Bạn đã đánh dấu đủ" in whole.text
    assert "Bạn đã đánh dấu đủ" not in open_page.text + half.text


# --- What does it cost me? ----------------------------------------------------------------------


def test_the_way_to_file_decides_the_fee(ask):
    online, direct = ask("1.004222", cach="2").text, ask("1.004222", cach="1").text

    assert '<span class="num">10.000</span>' in online
    assert '<span class="num">20.000</span>' in direct


def test_who_is_exempt_pays_nothing_and_sees_by_which_text(ask):
    mine = Exemption.objects.get(procedure__code="1.004222")

    page = ask("1.004222", cach="1", mien=mine.pk).text

    assert "Miễn phí" in page
    assert "Điều 4 Thông tư 75/2022/TT-BTC" in page


def test_of_two_exemptions_each_can_be_chosen(ask):
    procedure = Procedure.objects.get(code="1.004222")
    half = Exemption.objects.create(
        procedure=procedure, who="Hộ cận nghèo", percent_off=50, basis="Thử", valid_during=ALWAYS
    )

    costs = ask("1.004222", cach="1", mien=half.pk).context["costs"]

    assert costs.exemption == half
    assert [one.amount for one in costs.amounts] == [10_000]


@pytest.mark.parametrize("hostile", ["-1", "x", "9" * 40, "1 OR 1=1", "\x00", "²"])
def test_an_unknown_way_or_exemption_changes_nothing(ask, hostile):
    costs = ask("1.004222", cach=hostile, mien=hostile).context["costs"]

    assert costs.exemption is None
    assert costs.channel == 2


def test_where_the_record_has_only_words_no_amount_is_made_up(ask):
    costs = ask("1.001612").context["costs"]

    assert costs.amounts == ()
    assert "150.000 đồng" in costs.words


def test_where_nothing_is_known_the_page_says_so(ask):
    assert "Cổng không đoán số tiền" in ask("2.000200").text


def test_amounts_of_editors_come_first_with_their_law(ask):
    Fee.objects.create(
        procedure=Procedure.objects.get(code="1.001612"),
        amount=30_000,
        per="lần",
        basis="Nghị quyết thử",
        valid_during=ALWAYS,
    )

    amounts = ask("1.001612").context["costs"].amounts

    assert [(one.amount, one.basis) for one in amounts] == [(30_000, "Nghị quyết thử")]


# --- Where is my office? ------------------------------------------------------------------------


def test_my_ward_leads_to_its_committee_with_contact_and_own_terms(ask, town):
    office = town["Bãi Cháy"]
    Contact.objects.create(
        organization=office, address="Số 1 Hạ Long", phone="0203 123", valid_during=ALWAYS
    )
    OfficeTerms.objects.create(
        procedure=Procedure.objects.get(code="1.001193"),
        organization=office,
        fee="Theo quy định riêng",
        hours="Cả sáng thứ Bảy",
        valid_during=ALWAYS,
    )

    page = ask(dia_chi="phuong bai chay").text

    assert "UBND phường Bãi Cháy" in page
    assert "Số 1 Hạ Long" in page
    assert 'href="tel:0203123"' in page
    assert "Cả sáng thứ Bảy" in page
    assert "Theo quy định riêng" in page


def test_an_address_without_a_known_place_says_what_to_type(ask, town):
    page = ask(dia_chi="sao Hỏa").text

    assert "Chưa nhận ra phường, xã nào" in page
    assert 'value="sao Hỏa"' in page


def test_nothing_is_remembered(ask, town):
    assert not ask(dia_chi="phường Bãi Cháy").cookies
    assert "Bãi Cháy" not in ask().text


def test_where_no_office_of_the_portal_decides_the_record_is_quoted(ask, town):
    page = ask("2.000200", dia_chi="phường Bãi Cháy").text

    assert "Cổng không có địa chỉ nơi giải quyết" in page


# --- How long does it really take? --------------------------------------------------------------


def decide(version, office, *, days, times, is_late=False):
    for _time in range(times):
        received = timezone.now() - timedelta(days=30)
        finished = received + timedelta(days=days)
        DossierFactory(
            version=version,
            organization=office,
            submitted_at=received,
            received_at=received,
            due_original=finished + timedelta(days=-1 if is_late else 1),
            due_current=finished + timedelta(days=-1 if is_late else 1),
            finished_at=finished,
            state=9,
        )


def test_the_median_and_the_share_are_told_of_enough_dossiers(guides, town):
    version = ProcedureVersion.objects.get(procedure__code="1.001193")
    decide(version, town["Bãi Cháy"], days=2, times=speeds.ENOUGH)
    decide(version, town["Bãi Cháy"], days=9, times=3, is_late=True)

    speed = speeds.of_procedure("1.001193", clock.today())

    assert (speed.more_than, speed.days, speed.share) == (20, 2, 85)


def test_of_few_dossiers_nothing_is_told(guides, town):
    version = ProcedureVersion.objects.get(procedure__code="1.001193")
    decide(version, town["Bãi Cháy"], days=2, times=speeds.ENOUGH - 1)

    assert speeds.of_procedure("1.001193", clock.today()) is None


def test_your_case_costs_few_queries(ask, town, client, django_assert_max_num_queries):
    ask(dia_chi="phường Bãi Cháy")

    with django_assert_max_num_queries(36):
        ask(dia_chi="phường Bãi Cháy")


# --- Reckoning ----------------------------------------------------------------------------------


def fee(amount, **more):
    return Fee(**{"case": "", "per": "trang", "basis": "L", "amount": amount} | more)


@pytest.mark.parametrize(
    ("count", "percent_off", "due"),
    [
        (1, 0, 2_000),
        (2, 0, 4_000),
        (3, 0, 5_000),
        (10, 0, 12_000),
        (999, 0, 200_000),
        (3, 50, 2_500),
    ],
)
def test_pages_cost_in_steps_up_to_a_most(count, percent_off, due):
    fees = [fee(2_000, most=200_000), fee(1_000, first=3)]

    (line,) = reckoning.of_fees(fees, count, percent_off)

    assert line.amount == due


def test_what_others_set_is_no_amount():
    (on_time, late) = reckoning.of_fees(
        [fee(0, case="Đúng hạn", per=""), fee(None, case="Quá hạn", per="")], 3, 50
    )

    assert (on_time.amount, late.amount) == (0, None)


def test_how_many_copies_are_needed_decides_what_they_cost(ask):
    page = ask("2.000635", so_luong="3").text

    assert '<span class="num">24.000</span>' in page
    assert 'name="cach"' not in page


@pytest.mark.parametrize("hostile", ["-3", "0", "x", "9" * 30, "²", "1e9", ""])
def test_a_strange_number_of_copies_counts_as_one(ask, hostile):
    assert [a.amount for a in ask("2.000635", so_luong=hostile).context["costs"].amounts] == [8_000]


def test_a_late_registration_is_not_called_free(ask):
    page = ask("1.001193").text

    assert "Đăng ký quá hạn" in page
    assert "nơi tiếp nhận cho biết mức thu" in page


# --- Where, again -------------------------------------------------------------------------------


def test_a_bare_number_is_no_ward(ask, town):
    assert ask(dia_chi="tổ 5 khu 3").context["where"].is_lost


def test_the_office_that_was_found_leads_on_to_applying(ask, town):
    page = ask(dia_chi="phường Bãi Cháy").text

    carried = "?noi=H49.06673&amp;xa=06673"
    for leads_to in ("nop-ho-so/", "mot-trang/", ""):
        assert f'href="/dich-vu-cong/1.001193/{leads_to}{carried}"' in page


def test_who_comes_with_an_office_sees_it_and_keeps_it(ask, town):
    page = ask(noi="H49.06673", xa="06673").text

    assert "UBND phường Bãi Cháy" in page
    assert '<input type="hidden" name="noi" value="H49.06673">' in page


def test_what_is_typed_goes_before_the_office_of_the_address(ask, town):
    office = ask(noi="H49.06673", dia_chi="phường Hà Lầm").context["where"].office

    assert office.organization == town["Hà Lầm"]


@pytest.mark.parametrize(
    ("code", "question"),
    [("1.001193", "Bạn ở phường, xã nào?"), ("1.001612", "đặt trụ sở")],
)
def test_the_place_asked_for_is_the_one_that_decides(ask, code, question):
    assert question in ask(code).text


def test_several_procedures_speeds_are_told_at_once(guides, town):
    version = ProcedureVersion.objects.get(procedure__code="1.001193")
    decide(version, town["Bãi Cháy"], days=2, times=speeds.ENOUGH)
    few = ProcedureVersion.objects.get(procedure__code="1.004194")
    decide(few, town["Bãi Cháy"], days=2, times=1)

    told = speeds.of_procedures(["1.001193", "1.004194"], clock.today())

    assert told == {"1.001193": speeds.of_procedure("1.001193", clock.today())}
