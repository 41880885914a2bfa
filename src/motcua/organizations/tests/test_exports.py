"""How do programs read the apparatus of a day?"""

import csv
import io
import json
from datetime import date

import pytest

from motcua.organizations import profiles
from motcua.organizations.models import Appointment, ChangeKind, Post, Succession
from motcua.organizations.tests.factories import LEAVE, AppointmentFactory, OrganizationFactory
from motcua.periods.models import since

DAY = date(2025, 7, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def ward():
    committee = OrganizationFactory(identifier="H49", kind="committee", tier=1, named="UBND tỉnh")
    ward = OrganizationFactory(identifier="H49.61", named="UBND phường Hồng Gai", under=committee)
    OrganizationFactory(identifier="H49.61.01", kind="counter", named="Trung tâm", under=ward)
    AppointmentFactory(
        post__organization=ward,
        post__title="Chủ tịch",
        post__rank=Post.Rank.HEAD,
        post__is_head=True,
        person__full_name="Đỗ Hồng Quân",
    )
    AppointmentFactory(post__organization=ward, person__full_name="Người Chuyên Viên")
    old = OrganizationFactory(
        identifier="H49.30", named="UBND phường cũ", valid_during=since(date(2020, 1, 1), DAY)
    )
    Succession.objects.create(
        old=old,
        new=ward,
        day=DAY,
        kind=ChangeKind.CONSOLIDATE,
        is_default=True,
        legal_basis="NQ 1679",
    )
    profiles.open_for_leaders()
    return ward


def document(client, address):
    answer = client.get(address)
    assert answer["Content-Type"].startswith("application/ld+json")
    content = b"".join(answer) if answer.streaming else answer.content
    return json.loads(content)


def by_type(said, name):
    return [node for node in said["@graph"] if node["@type"] == name]


def test_the_apparatus_is_one_document_of_w3c_org(client, ward):
    said = document(client, "/to-chuc/to-chuc.jsonld")

    assert said["@context"]["org"] == "http://www.w3.org/ns/org#"
    (about,) = by_type(said, "foaf:Document")
    assert about["dcterms:date"] == {"@value": "2026-11-22", "@type": "xsd:date"}
    names = {node["org:identifier"]: node for node in by_type(said, "org:FormalOrganization")}
    assert set(names) == {"H49", "H49.61"}
    assert names["H49.61"]["skos:prefLabel"] == {
        "@value": "UBND phường Hồng Gai",
        "@language": "vi",
    }
    assert names["H49.61"]["org:subOrganizationOf"]["@id"].endswith("/to-chuc/H49/#co-quan")
    (unit,) = by_type(said, "org:OrganizationalUnit")
    assert unit["org:unitOf"]["@id"].endswith("/to-chuc/H49.61/#co-quan")


def test_every_reference_leads_to_something_that_is_there(client, ward):
    said = document(client, "/to-chuc/to-chuc.jsonld")

    known = {node["@id"] for node in said["@graph"]}
    for node in said["@graph"]:
        for name in ("org:subOrganizationOf", "org:unitOf", "org:postIn"):
            assert name not in node or node[name]["@id"] in known
        assert all(post["@id"] in known for post in node.get("org:hasPost", []))
    assert len(known) == len(said["@graph"])


def test_who_leads_is_named_and_nobody_else(client, ward):
    said = document(client, "/to-chuc/to-chuc.jsonld")

    (post,) = by_type(said, "org:Post")
    (holder,) = post["org:heldBy"]
    assert holder["foaf:name"] == "Đỗ Hồng Quân"
    assert holder["@id"].endswith("/to-chuc/lanh-dao/do-hong-quan/#nguoi")
    assert "Người Chuyên Viên" not in json.dumps(said, ensure_ascii=False)


def test_who_holds_a_post_is_a_member_for_the_days_of_the_appointment(client, ward):
    said = document(client, "/to-chuc/H49.61.jsonld")

    (member,) = by_type(said, "org:Membership")
    assert member["org:member"]["foaf:name"] == "Đỗ Hồng Quân"
    assert member["org:organization"]["@id"].endswith("/to-chuc/H49.61/#co-quan")
    assert member["org:role"]["skos:prefLabel"]["@value"] == "Chủ tịch"
    assert member["org:memberDuring"]["@type"] == "time:Interval"


ORG = {
    "org:FormalOrganization": {"org:identifier", "org:classification", "org:subOrganizationOf"},
    "org:OrganizationalUnit": {"org:identifier", "org:classification", "org:unitOf"},
    "org:Post": {"org:role", "org:postIn", "org:heldBy"},
    "org:Membership": {"org:member", "org:organization", "org:role", "org:memberDuring"},
    "org:ChangeEvent": {"org:originalOrganization", "org:resultingOrganization"},
    "org:Role": set(),
}
"""Classes of the Recommendation, and of their properties those that we say (domains of it)."""


def things(said):
    """Every node of the document, however deep."""
    if isinstance(said, dict):
        yield said
    for inner in said.values() if isinstance(said, dict) else said:
        if isinstance(inner, dict | list):
            yield from things(inner)


@pytest.mark.parametrize("address", ["to-chuc.jsonld", "H49.61.jsonld", "H49.30.jsonld"])
def test_every_term_is_one_of_the_vocabulary(client, ward, address):
    said = document(client, f"/to-chuc/{address}")

    assert set(said) == {"@context", "@graph"}  # another key would make it a named graph
    for node in things(said["@graph"]):
        spoken = {name for name in [*node, str(node.get("@type", ""))] if ":" in name}
        assert {name.split(":")[0] for name in spoken} <= set(said["@context"])
        known = ORG.get(str(node.get("@type")), set()) | {"org:hasPost"}
        assert {name for name in node if name.startswith("org:")} <= known


def test_another_day_has_another_apparatus(client, ward):
    said = document(client, "/to-chuc/to-chuc.jsonld?ngay=30/06/2025")

    (only,) = by_type(said, "org:FormalOrganization")
    assert only["org:identifier"] == "H49.30"


@pytest.mark.parametrize("identifier", ["H49.61", "H49.30"])
def test_an_organization_says_how_it_changed(client, ward, identifier):
    said = document(client, f"/to-chuc/{identifier}.jsonld")

    (change,) = by_type(said, "org:ChangeEvent")
    assert change["dcterms:date"]["@value"] == "2025-07-01"
    assert change["org:originalOrganization"][0]["@id"].endswith("/to-chuc/H49.30/#co-quan")
    assert change["org:resultingOrganization"][0]["@id"].endswith("/to-chuc/H49.61/#co-quan")


def test_the_document_takes_the_same_queries_however_long(
    client, ward, django_assert_max_num_queries
):
    for number in range(5):
        other = OrganizationFactory(identifier=f"H49.9{number}", under=ward)
        AppointmentFactory(post__organization=other, post__rank=Post.Rank.HEAD)

    with django_assert_max_num_queries(8):
        document(client, "/to-chuc/to-chuc.jsonld")


def test_the_table_is_safe_in_a_spreadsheet(client, ward):
    OrganizationFactory(identifier="H49.70", named="=HYPERLINK(1)", under=ward)

    text = client.get("/to-chuc/to-chuc.csv").content.decode("utf-8-sig")

    rows = {row[0]: row for row in csv.reader(io.StringIO(text))}
    assert rows["H49.61"][1:] == [
        "UBND phường Hồng Gai",
        "Ủy ban nhân dân cấp xã",
        "cấp xã",
        "H49",
        "UBND tỉnh",
        "Đỗ Hồng Quân",
        "Chủ tịch",
        "chính quyền",
        "UBND phường Hồng Gai",
        "H49",
    ]
    assert rows["H49.70"][1] == "'=HYPERLINK(1)"


def test_the_table_says_that_a_head_is_stood_in_for_and_names_no_delegate(client, ward):
    head = Appointment.objects.get(post__organization=ward, post__is_head=True)
    for kind in (Appointment.Kind.COVER, Appointment.Kind.DELEGATED):
        AppointmentFactory(
            post=head.post,
            person__full_name=f"Người {kind}",
            kind=kind,
            seat=None,
            covers=head,
            valid_during=LEAVE,
        )

    text = client.get("/to-chuc/to-chuc.csv").content.decode("utf-8-sig")

    row = next(row for row in csv.reader(io.StringIO(text)) if row[0] == "H49.61")
    assert row[6:8] == ["Người cover", "Chủ tịch (thay Đỗ Hồng Quân trong thời gian vắng mặt)"]


def test_the_page_says_so_to_search_engines(client, ward):
    html = client.get("/to-chuc/H49.61/").content.decode()

    block = html.split('<script type="application/ld+json">')[1].split("</script>")[0]
    said = json.loads(block)
    assert (said["@type"], said["identifier"]) == ("GovernmentOrganization", "H49.61")
    assert said["parentOrganization"]["name"] == "UBND tỉnh"
    assert 'href="/to-chuc/H49.61.jsonld"' in html


@pytest.mark.parametrize("address", ["to-chuc.csv", "to-chuc.jsonld", "H49.61.jsonld"])
@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("rubbish", "“rubbish” không phải một ngày. Hãy viết như 01/07/2025."),
        ("31/02/2025", "không phải một ngày"),
        ("01/01/2126", "còn quá xa"),
        ("01/01/1999", "Hãy hỏi từ ngày 01/01/2020 trở đi"),
    ],
)
def test_no_program_gets_another_day_than_it_asked_for(client, ward, address, typed, words):
    answer = client.get(f"/to-chuc/{address}", {"ngay": typed})

    assert answer.status_code == 400
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert words in answer.content.decode()


def test_a_page_keeps_what_was_typed_and_says_which_day_it_shows(client, ward):
    html = client.get("/to-chuc/", {"ngay": "rubbish"}).content.decode()

    assert 'value="rubbish"' in html
    assert "không phải một ngày" in html
    assert 'Dưới đây là ngày <span class="num">22/11/2026</span>.' in html
