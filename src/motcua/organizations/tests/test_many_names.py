"""Is a body known by each of its names, and an event by all who were in it?"""

import csv
import io
import json
from datetime import date

import pytest

from motcua.organizations.models import (
    Appointment,
    Capacity,
    ChangeKind,
    Line,
    OrganizationName,
    Post,
    Succession,
)
from motcua.organizations.tests.factories import FOREVER, AppointmentFactory, OrganizationFactory
from motcua.periods.models import since
from motcua.search.folding import sort_key

DAY = date(2025, 7, 1)
BEFORE = since(date(2020, 1, 1), DAY)
pytestmark = pytest.mark.django_db


@pytest.fixture
def merged():
    """Sở Nội vụ and Ban Tổ chức Tỉnh ủy: one body, under the committee and under the party."""
    committee = OrganizationFactory(identifier="H49", kind="committee", tier=1, named="UBND tỉnh")
    party = OrganizationFactory(identifier="H49.81", kind="party", tier=1, named="Tỉnh ủy Mẫu")
    body = OrganizationFactory(
        identifier="H49.80", kind="merged", named="Ban Tổ chức – Nội vụ", under=committee
    )
    for line, name, superior in (
        (Line.STATE, "Sở Nội vụ", None),
        (Line.PARTY, "Ban Tổ chức Tỉnh ủy", party),
    ):
        Capacity.objects.create(
            organization=body, line=line, full_name=name, superior=superior, valid_during=FOREVER
        )
    return body


def passed(old, new, kind, *, default=True):
    Succession.objects.create(
        old=old, new=new, day=DAY, kind=kind, is_default=default, legal_basis="NQ 1679"
    )


def graph(client, address):
    answer = client.get(f"/to-chuc/{address}")
    return json.loads(b"".join(answer) if answer.streaming else answer.content)["@graph"]


def page(client, **asked):
    return client.get("/to-chuc/", asked).content.decode()


# --- Several systems ------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["to-chuc.jsonld", "H49.80.jsonld"])
def test_a_merged_body_has_each_name_and_each_superior_with_its_system(client, merged, address):
    nodes = graph(client, address)

    [body] = [each for each in nodes if each.get("org:identifier") == "H49.80"]
    assert body["skos:prefLabel"]["@value"] == "Ban Tổ chức – Nội vụ"
    assert [each["@value"] for each in body["skos:altLabel"]] == [
        "Sở Nội vụ",
        "Ban Tổ chức Tỉnh ủy",
    ]
    above = [each["@id"].split("/to-chuc/")[1] for each in body["org:subOrganizationOf"]]
    assert above == ["H49/#co-quan", "H49.81/#co-quan"]
    state, party = [each for each in nodes if each["@type"] == "org:Membership"]
    assert party["rdfs:label"]["@value"] == "Ban Tổ chức Tỉnh ủy"
    assert party["org:member"]["@id"] == body["@id"]
    assert party["org:organization"]["@id"].endswith("/to-chuc/H49.81/#co-quan")
    assert party["org:role"]["skos:prefLabel"]["@value"] == "hệ thống Đảng"
    assert state["org:organization"]["@id"].endswith("/to-chuc/H49/#co-quan")


def test_the_table_has_each_name_and_superior_in_the_order_of_the_systems(client, merged):
    text = client.get("/to-chuc/to-chuc.csv").content.decode("utf-8-sig")

    heads, *rows = csv.reader(io.StringIO(text))
    row = dict(zip(heads, next(row for row in rows if row[0] == "H49.80"), strict=True))
    assert row["Hệ thống"] == "chính quyền | Đảng"
    assert row["Tên trong từng hệ thống"] == "Sở Nội vụ | Ban Tổ chức Tỉnh ủy"
    assert row["Mã cơ quan cấp trên trong từng hệ thống"] == "H49 | H49.81"


# --- The search of the tree -----------------------------------------------------------------------


@pytest.mark.parametrize("words", ["so noi vu", "Ban Tổ chức Tỉnh ủy", "to chuc noi vu", "h49.80"])
def test_the_tree_finds_a_merged_body_by_each_of_its_names(client, merged, words):
    html = page(client, q=words)

    assert "1 cơ quan, đơn vị" in html
    assert 'href="/to-chuc/H49.80/"' in html


def test_the_tree_says_by_which_name_it_was_found(client, merged):
    assert "Ban Tổ chức Tỉnh ủy (hệ thống Đảng)" in page(client, q="ban to chuc tinh uy")
    assert "hệ thống Đảng" not in page(client, q="to chuc - noi vu")


@pytest.fixture
def heir():
    """Two wards came together; one of them was a commune that another had taken in."""
    heir = OrganizationFactory(identifier="H49.61", named="Ủy ban nhân dân phường Hồng Gai")
    first = OrganizationFactory(
        identifier="H49.30", named="Ủy ban nhân dân phường Trần Hưng Đạo", valid_during=BEFORE
    )
    second = OrganizationFactory(
        identifier="H49.31", named="Ủy ban nhân dân phường Yết Kiêu", valid_during=BEFORE
    )
    passed(first, heir, ChangeKind.CONSOLIDATE)
    passed(second, heir, ChangeKind.CONSOLIDATE)
    return heir


@pytest.mark.parametrize(
    "words", ["tran hung dao", "UBND phường Yết Kiêu", "h49.31", "000.00.31.H49", " 000.00.30.h49 "]
)
def test_old_names_and_codes_lead_to_the_successor(client, heir, words):
    html = page(client, q=words)

    assert "1 cơ quan, đơn vị" in html
    assert 'href="/to-chuc/H49.61/"' in html
    assert "trước đây là Ủy ban nhân dân phường" in html


def test_on_a_day_of_before_the_old_one_itself_is_found(client, heir):
    html = page(client, q="trần hưng đạo", ngay="30/06/2025")

    assert 'href="/to-chuc/H49.30/?ngay=30/06/2025"' in html
    assert "trước đây là" not in html


def test_a_chain_of_changes_leads_to_its_end_and_a_group_is_kept(client, heir):
    oldest = OrganizationFactory(
        identifier="H49.20", named="Ủy ban nhân dân xã Cũ", valid_during=BEFORE
    )
    Succession.objects.create(
        old=oldest,
        new=heir.taken_from.first().old,
        day=date(2024, 1, 1),
        kind=ChangeKind.ABSORB,
        is_default=True,
        legal_basis="NQ",
    )

    assert 'href="/to-chuc/H49.61/"' in page(client, q="H49.20")
    assert 'href="/to-chuc/H49.61/"' in page(client, q="H49.20", loai="cap-xa")
    assert "H49.61" not in page(client, q="H49.20", loai="dang").split("<main")[1]


def test_its_own_former_name_leads_to_it(client, heir):
    heir.names.update(valid_during=since(date(2026, 9, 1)))
    OrganizationName.objects.create(
        organization=heir,
        full_name="Ủy ban nhân dân thị trấn Than",
        sort_key=sort_key("thị trấn Than"),
        valid_during=since(DAY, date(2026, 9, 1)),
    )

    assert "trước đây là Ủy ban nhân dân thị trấn Than (H49.61)" in page(client, q="thi tran than")


def test_the_search_takes_the_same_queries_however_many_are_found(
    client, heir, django_assert_max_num_queries
):
    for number in range(5):
        old = OrganizationFactory(identifier=f"H49.4{number}", valid_during=BEFORE)
        passed(old, heir, ChangeKind.CONSOLIDATE)
    page(client, q="phường")

    with django_assert_max_num_queries(8):
        page(client, q="phường")


# --- Events and holders ---------------------------------------------------------------------------


@pytest.mark.parametrize("identifier", ["H49.61", "H49.30", "H49.31"])
def test_an_event_of_several_originals_is_one_node_wherever_it_is_told(client, heir, identifier):
    nodes = graph(client, f"{identifier}.jsonld")

    [event] = [each for each in nodes if each["@type"] == "org:ChangeEvent"]
    assert event["@id"].endswith("/to-chuc/H49.61/#thay-doi-2025-07-01-consolidate")
    old = [each["@id"].split("/")[-2] for each in event["org:originalOrganization"]]
    assert old == ["H49.30", "H49.31"]
    assert len(event["org:resultingOrganization"]) == 1


def test_a_division_is_one_node_with_all_its_results(client):
    old = OrganizationFactory(identifier="H49.50", valid_during=BEFORE)
    for number in (51, 52):
        new = OrganizationFactory(identifier=f"H49.{number}")
        passed(old, new, ChangeKind.DIVIDE, default=number == 51)

    [event] = [e for e in graph(client, "H49.52.jsonld") if e["@type"] == "org:ChangeEvent"]

    assert event["@id"].endswith("/to-chuc/H49.50/#thay-doi-2025-07-01-divide")
    assert len(event["org:resultingOrganization"]) == 2


@pytest.mark.parametrize(
    ("kind", "label", "words"),
    [
        ("holder", "chính thức", "Chủ tịch"),
        ("concurrent", "kiêm nhiệm", "Chủ tịch (kiêm nhiệm)"),
        ("acting", "quyền", "Quyền Chủ tịch"),
        ("in_charge", "phụ trách", "Chủ tịch (người phụ trách)"),
    ],
)
def test_a_membership_says_as_what_the_post_is_held(client, heir, kind, label, words):
    seat = 1 if kind in {"holder", "concurrent"} else None
    AppointmentFactory(
        post__organization=heir,
        post__title="Chủ tịch",
        post__rank=Post.Rank.HEAD,
        kind=kind,
        seat=seat,
    )

    [member] = [e for e in graph(client, "H49.61.jsonld") if e["@type"] == "org:Membership"]

    assert member["org:role"]["skos:prefLabel"]["@value"] == "Chủ tịch"
    assert member["dcterms:type"]["skos:notation"] == kind
    assert member["dcterms:type"]["skos:prefLabel"]["@value"] == label
    assert member["rdfs:label"]["@value"] == words
    assert Appointment.objects.get().get_kind_display() == label


def test_each_heir_of_what_was_divided_took_over_a_part(client):
    old = OrganizationFactory(identifier="H49.50", named="UBND xã Lớn", valid_during=BEFORE)
    for number in (51, 52):
        new = OrganizationFactory(identifier=f"H49.{number}")
        passed(old, new, ChangeKind.DIVIDE, default=number == 51)

    html = page(client, q="xã lớn")

    assert html.count("tiếp nhận một phần của UBND xã Lớn (H49.50)") == 2
