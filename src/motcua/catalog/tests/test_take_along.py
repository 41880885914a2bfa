"""One sheet of paper, a code for the telephone, and what machines read."""

import json
import re
from datetime import date

import pypdfium2
import pytest
from django.utils import timezone
from PIL import Image

from motcua.catalog import one_sheet
from motcua.catalog.models import Assignment, Case, Channel, Component, KnownPaper, Procedure
from motcua.organizations.models import Contact
from motcua.paperwork import typesetting
from motcua.periods import clock
from motcua.periods.models import since

THING = {"name", "alternateName", "identifier", "url", "description", "subjectOf"}
SERVICE = {
    *("audience", "availableChannel", "category", "offers", "provider", "serviceOutput"),
    *("serviceType", "termsOfService", "areaServed", "serviceOperator", "jurisdiction"),
    "hoursAvailable",
}
TERMS = {
    "GovernmentService": THING | SERVICE,
    "Audience": THING | {"audienceType", "geographicArea"},
    "GovernmentOrganization": THING | {"address", "telephone"},
    "ServiceChannel": THING
    | {"availableLanguage", "processingTime", "servicePostalAddress", "serviceUrl", "servicePhone"}
    | {"serviceLocation"},
    "Place": THING | {"address", "telephone", "openingHoursSpecification"},
    "OpeningHoursSpecification": {"dayOfWeek", "opens", "closes"},
    "Offer": THING | {"price", "priceCurrency"},
    "PostalAddress": THING | {"streetAddress"},
    "AdministrativeArea": THING,
    "Legislation": THING | {"legislationIdentifier"},
    "Thing": THING,
}
"""Types and properties of schema.org 29.x that a procedure may use, copied by hand."""


def nodes(said):
    if isinstance(said, dict):
        yield said
        for value in said.values():
            yield from nodes(value)
    elif isinstance(said, list):
        for value in said:
            yield from nodes(value)


def block_of(html):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html)[1])


def sheet_of(client, code="1.001193"):
    answer = client.get(f"/dich-vu-cong/{code}/mot-trang/")
    assert answer["Content-Type"] == "application/pdf"
    return pypdfium2.PdfDocument(answer.content)


def text_of(paper):
    return " ".join(paper[0].get_textpage().get_text_range().split())


@pytest.mark.usefixtures("recorded")
def test_machines_read_only_terms_of_schema_org(client):
    for code in ("1.001193", "1.004222", "2.001159", "1.013225"):
        service = block_of(client.get(f"/dich-vu-cong/{code}/").text)

        for node in nodes(service):
            strange = {name for name in node if not name.startswith("@")} - TERMS[node["@type"]]
            assert not strange, node["@type"]
    assert service["@type"] == "GovernmentService"


@pytest.mark.usefixtures("recorded")
def test_machines_read_channels_fees_and_laws(client):
    service = block_of(client.get("/dich-vu-cong/1.004222/").text)

    assert {offer["price"] for offer in service["offers"]} == {10_000, 20_000}
    assert "68/2020/QH14" in {law.get("legislationIdentifier") for law in service["subjectOf"]}
    hours = block_of(client.get("/dich-vu-cong/2.001159/").text)["availableChannel"]
    assert hours[0]["processingTime"] == "PT1H"


@pytest.mark.usefixtures("recorded")
def test_a_sheet_is_one_page_with_papers_and_a_code_that_leads_back(client):
    paper = sheet_of(client)

    assert len(paper) == 1
    assert "Giấy chứng sinh" in text_of(paper)
    zxingcpp = pytest.importorskip("zxingcpp")
    drawn: Image.Image = paper[0].render(scale=3).to_pil()
    codes = [found.text for found in zxingcpp.read_barcodes(drawn)]
    assert codes == ["http://testserver/dich-vu-cong/1.001193/"]


def test_the_longest_record_is_one_page_and_says_what_is_cut(draft):
    version = draft
    version.name = "Thủ tục có tên rất dài " * 48  # 1,094 letters in life (domain.md §5.2)
    version.conditions = ["Điều kiện rất dài " * 30] * 20
    for number in range(1, 20):
        case = Case.objects.create(version=version, position=number, name="Trường hợp " * 30)
        for at in range(30):
            Component.objects.create(case=case, position=at, name="Giấy tờ <script> " * 40)
    Channel.objects.filter(version=version).update(fee_text="Lệ phí " * 200)

    told = one_sheet.of(version, address="http://x/", site="Cổng", at=timezone.now())
    paper = pypdfium2.PdfDocument(typesetting.typeset("one_sheet", told))

    assert len(paper) == 1
    assert "và 25 giấy tờ khác" in text_of(paper)
    assert "và 12 trường hợp khác" in text_of(paper)


def test_a_case_is_chosen_and_the_rest_folds(client, recorded):
    page = client.get("/dich-vu-cong/1.013225/").text

    assert page.count('<details class="case" name="truong-hop"') == 7
    assert page.count('<details class="case" name="truong-hop" open>') == 1


def test_papers_that_the_state_has_are_marked_with_their_law(client, recorded):
    KnownPaper.objects.create(
        words="Giay chung sinh",
        holder="dữ liệu của cơ sở y tế",
        basis="Bản ghi thử",
        valid_during=since(clock.today()),
    )

    page = client.get("/dich-vu-cong/1.001193/").text

    assert "Nhà nước đã có:" in page
    assert "dữ liệu của cơ sở y tế" in page
    assert "Bản ghi thử" in page


def test_a_sheet_of_one_case_has_all_its_papers(client, recorded):
    answer = client.get("/dich-vu-cong/1.013225/mot-trang/?truong-hop=0")
    paper = pypdfium2.PdfDocument(answer.content)
    case = Case.objects.get(version__procedure__code="1.013225", position=0)
    told = text_of(paper)

    assert len(paper) == 1
    assert "giấy tờ khác" not in told
    assert "Công trình tôn giáo" not in told
    assert all(one.name.split()[0] in told for one in case.components.all())
    assert (
        'href="/dich-vu-cong/1.013225/mot-trang/?truong-hop=0"'
        in client.get("/dich-vu-cong/1.013225/").text
    )


@pytest.mark.parametrize("hostile", ["x", "-1", "99", "9" * 30, "²", "\x00"])
def test_an_unknown_case_gets_the_sheet_of_all(client, recorded, hostile):
    answer = client.get("/dich-vu-cong/1.013225/mot-trang/", {"truong-hop": hostile})

    assert "Công trình tôn giáo" in text_of(pypdfium2.PdfDocument(answer.content))


def test_ways_that_cost_the_same_stand_in_one_line(client, recorded):
    told = text_of(sheet_of(client))

    assert told.count("Riêng trường hợp phải nộp lệ phí") <= 2


@pytest.mark.usefixtures("recorded", "province")
def test_machines_read_which_area_is_served_and_an_address_without_a_question(client):
    service = block_of(client.get("/dich-vu-cong/1.001193/?utm=x").text)

    assert service["areaServed"]["@type"] == "AdministrativeArea"
    assert service["url"] == "http://testserver/dich-vu-cong/1.001193/"


# --- Where one goes -----------------------------------------------------------------------------


@pytest.fixture
def at_bai_chay(recorded, province):
    """How an address names the office, which has a contact."""
    Contact.objects.create(
        organization=province["Bãi Cháy"],
        address="Số 1 đường Hạ Long",
        phone="0203 123 456",
        hours="Thứ Hai đến thứ Sáu, 7:30–11:30",
        valid_during=since(date(2025, 7, 1)),
    )
    return f"?noi={province['Bãi Cháy'].identifier}"


def test_the_office_that_was_found_stands_on_the_page_and_leads_on(client, at_bai_chay):
    page = client.get(f"/dich-vu-cong/1.001193/{at_bai_chay}").text

    assert "Số 1 đường Hạ Long" in page
    assert "Thứ Hai đến thứ Sáu, 7:30–11:30" in page
    assert f'href="/dich-vu-cong/1.001193/nop-ho-so/{at_bai_chay}"' in page
    assert f'href="/dich-vu-cong/1.001193/mot-trang/{at_bai_chay}"' in page


def test_the_sheet_names_the_office_with_telephone_and_hours_on_one_page(client, at_bai_chay):
    for code in ("1.001193", "1.013225"):
        answer = client.get(f"/dich-vu-cong/{code}/mot-trang/{at_bai_chay}&truong-hop=0")
        paper = pypdfium2.PdfDocument(answer.content)

        assert len(paper) == 1
        for told in ("UBND phường Bãi Cháy", "Số 1 đường Hạ Long", "0203 123 456", "7:30–11:30"):
            assert told in text_of(paper)


def test_machines_read_place_telephone_and_hours_of_the_office(client, at_bai_chay):
    service = block_of(client.get(f"/dich-vu-cong/1.001193/{at_bai_chay}").text)
    places = [one.get("serviceLocation") for one in service["availableChannel"]]

    assert service["hoursAvailable"][0]["opens"] == "07:30"
    assert service["serviceOperator"]["telephone"] == "0203 123 456"
    assert next(filter(None, places))["address"]["streetAddress"] == "Số 1 đường Hạ Long"
    for node in nodes(service):
        assert {name for name in node if not name.startswith("@")} <= TERMS[node["@type"]]


def test_where_only_one_office_decides_nobody_has_to_choose(client, recorded, province):
    Assignment.objects.all().delete()
    finance = province["finance"]
    Assignment.objects.create(
        procedure=Procedure.objects.get(code="1.001193"),
        organization=finance,
        role=Assignment.Role.DECIDE,
        valid_during=since(date(2025, 7, 1)),
    )

    answer = client.get("/dich-vu-cong/1.001193/")

    assert answer.context["reception"].organization == finance
    assert 'href="/dich-vu-cong/1.001193/nop-ho-so/"' in answer.text


@pytest.mark.parametrize("hostile", ["", "H49.99", "H49.05", "\x00", "x" * 5_000, "' OR 1=1"])
def test_an_office_that_does_not_decide_it_is_nowhere(client, recorded, province, hostile):
    answer = client.get("/dich-vu-cong/1.001193/", {"noi": hostile, "xa": hostile})

    assert answer.status_code == 200
    assert answer.context["reception"] is None
