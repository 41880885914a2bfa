import json
import re

import pytest
from django.urls import reverse

from motcua.catalog.models import ProcedureVersion
from motcua.catalog.recording import loading


@pytest.fixture
def show(client, recorded):
    def get(code):
        return client.get(reverse("catalog:procedure", args=[code]))

    return get


def test_the_page_begins_with_four_facts(show):
    facts = {fact.name: fact.value for fact in show("1.001193").context["facts"]}

    assert facts["Thời hạn"] == "Trong ngày làm việc"
    assert facts["Phí, lệ phí"] == "Miễn phí"
    assert facts["Kết quả"] == "Giấy khai sinh"


def facts_of(response):
    return {fact.name: (fact.value, fact.note) for fact in response.context["facts"]}


def test_a_fact_is_what_the_citizen_came_for(show):
    facts = facts_of(show("1.001612"))

    assert facts["Kết quả"] == ("Giấy chứng nhận đăng ký hộ kinh doanh", "và 1 loại kết quả khác")
    assert facts["Thời hạn"][0] == "3 ngày làm việc"


def test_long_words_are_no_fact(show):
    value, note = facts_of(show("1.013978"))["Phí, lệ phí"]

    assert value == "Có quy định riêng"
    assert "Luật phí và lệ phí" in note


def test_a_full_record_shows_every_legal_part(show):
    text = show("1.001193").text

    for part in ("Bạn cần chuẩn bị", "Các bước", "Cách nộp", "Căn cứ pháp lý", "163/QĐ-BTP"):
        assert part in text
    assert "KQ.G15.000031" in text


def test_a_thin_record_says_what_is_not_entered(show):
    response = show("1.004194")

    assert "Phần chưa nhập:" in response.text
    assert "Căn cứ pháp lý" in response.context["missing"]
    assert "Chưa ghi đơn vị thời gian" in response.text


def test_it_can_be_applied_for_where_an_office_decides(show, province):
    assert '/dich-vu-cong/1.001193/nop-ho-so/"' in show("1.001193").text


def test_it_cannot_be_applied_for_where_no_office_decides(show, province):
    response = show("1.004194")

    assert "nop-ho-so" not in response.text
    assert "Không nộp trên cổng này" in response.text


def test_it_cannot_be_applied_for_online_where_the_record_names_other_channels(show, province):
    response = show("1.011607")

    assert "nop-ho-so" not in response.text
    assert "Không nhận hồ sơ trực tuyến" in response.text


@pytest.mark.parametrize("code", ["9.999999", "abc", "1.001193 "])
def test_an_unknown_code_does_not_exist(client, recorded, code):
    assert client.get(f"/dich-vu-cong/{code}/").status_code == 404


def test_an_earlier_version_can_be_read_and_says_so(show, records, machine, client):
    changed = [r | {"name": "Tên mới"} if r["code"] == "1.004194" else r for r in records]
    loading.load(changed, by=machine)

    now = show("1.004194")
    earlier = client.get(reverse("catalog:version", args=["1.004194", 1]))

    assert "Tên mới" in now.text
    assert "Đăng ký tạm trú" in earlier.text
    assert "không phải phiên bản đang áp dụng" in earlier.text


def test_a_draft_is_not_shown(client, draft):
    assert client.get(draft.procedure.get_absolute_url()).status_code == 404


def test_machines_read_a_government_service(show):
    html = show("1.001193").text

    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)[1]
    service = json.loads(block)
    assert service["@type"] == "GovernmentService"
    assert service["identifier"] == "1.001193"


def test_nothing_in_a_record_ends_the_data_block(client, make_draft, machine):
    make_draft(name="</script><script>alert(1)</script>").publish(by=machine)

    html = client.get("/dich-vu-cong/1.001193/").text

    assert "<script>alert" not in html
    assert "\\u003C/script" in html


def test_bold_words_are_the_only_markup(client, make_draft, machine):
    make_draft(steps=["**Nộp** <b>hồ sơ</b>"]).publish(by=machine)

    html = client.get("/dich-vu-cong/1.001193/").text

    assert "<b>Nộp</b> &lt;b&gt;hồ sơ&lt;/b&gt;" in html


def test_the_page_costs_few_queries(show, client, province, django_assert_max_num_queries):
    show("1.001193")

    with django_assert_max_num_queries(18):
        client.get("/dich-vu-cong/1.001193/")


def test_every_recorded_procedure_has_a_page(show):
    for code in ProcedureVersion.objects.values_list("procedure__code", flat=True):
        assert show(code).status_code == 200


@pytest.mark.usefixtures("recorded")
def test_on_an_english_page_the_facts_of_the_record_say_that_they_are_vietnamese(client):
    page = client.get("/en/dich-vu-cong/1.001193/").text

    assert "<dd>Free" in page
    assert '<bdi lang="vi">Giấy khai sinh</bdi>' in page
    assert "<bdi" not in client.get("/dich-vu-cong/1.001193/").text


def test_the_way_to_apply_is_read_before_papers_and_legal_parts(show, province):
    page = show("1.001193").text

    assert page.index("nop-ho-so/") < page.index('id="giay-to"') < page.index('id="ban-ghi"')


def test_what_is_filed_elsewhere_leads_there_and_tells_both_amounts(show, province):
    page = show("1.004222")

    assert facts_of(page)["Phí, lệ phí"] == ("10.000–20.000 đồng", "Tùy cách nộp")
    assert 'href="https://dichvucong.gov.vn/" rel="external"' in page.text
    assert "tìm theo mã 1.004222" in page.text
