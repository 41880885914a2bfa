"""A procedure that ends says so, leads to what replaces it, and takes nobody's application."""

import json
import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from motcua.accounts.tests.sessions import as_officer
from motcua.catalog import endings, exceptions
from motcua.catalog.endings import Said
from motcua.catalog.importing import exporting, storing, translating
from motcua.catalog.models import CatalogPost, Ending, Procedure, ProcedureVersion
from motcua.catalog.recording import recalling
from motcua.catalog.tests.raw import raw
from motcua.periods import clock
from motcua.periods.models import since
from motcua.search import rebuilding
from motcua.search.models import Entry

from .test_desk import hand

DECISION = "77/QĐ-UBND"


@pytest.fixture
def publisher(db):
    return hand(CatalogPost.Right.PUBLISH)


@pytest.fixture
def heir(published, machine):
    """Another procedure in force."""
    return another(published, machine, "1.001194", "Đăng ký khai sinh mới")


def another(published, machine, code, name):
    other = Procedure.objects.create(code=code, sector=published.procedure.sector)
    days = since(published.first_day)
    version = ProcedureVersion.objects.create(
        procedure=other, number=1, name=name, levels=["commune"], valid_during=days
    )
    version.publish(by=machine)
    return other


def end(version, by, *heirs, day=None):
    said = Said(day or clock.today(), DECISION, heirs)
    return endings.end(version.procedure, said, by=by, in_force=version.number)


def page_of(client, procedure):
    return client.get(procedure.get_absolute_url())


def test_its_page_says_since_when_and_leads_to_the_successor(client, published, heir, publisher):
    end(published, publisher, heir)

    answer = page_of(client, published.procedure)

    shown = answer.content.decode()
    assert answer.status_code == 200
    assert f"{clock.today():%d/%m/%Y}" in shown
    assert DECISION in shown
    assert heir.get_absolute_url() in shown
    assert "nop-ho-so" not in shown
    assert 'content="noindex"' in shown
    told = json.loads(re.search(r'ld\+json"[^>]*>(.*?)</script>', shown, re.DOTALL)[1])
    assert told["isRelatedTo"][0]["identifier"] == heir.code


def test_it_is_found_no_more(client, published, heir, publisher):
    end(published, publisher, heir)

    assert not Entry.objects.filter(kind="procedure", key="1.001193").exists()
    listed = client.get(reverse("catalog:list")).content.decode()
    assert heir.get_absolute_url() in listed
    assert published.procedure.get_absolute_url() not in listed


def test_its_name_leads_to_the_successor(client, published, heir, publisher):
    end(published, publisher, heir)

    for address in ("/tim-kiem/", reverse("catalog:list")):
        shown = client.get(address, {"q": published.name}).text
        assert f"Hết áp dụng từ ngày {clock.today():%d/%m/%Y} theo quyết định {DECISION}" in shown
        assert f'<a href="{heir.get_absolute_url()}" lang="vi">Đăng ký khai sinh mới</a>' in shown


def test_the_index_written_anew_keeps_the_names_of_what_ended(published, heir, publisher):
    end(published, publisher, heir)
    Entry.objects.all().delete()

    list(rebuilding.rebuild())

    assert Entry.objects.filter(kind="former", key="1.001193").count() == 1
    assert not Entry.objects.filter(kind="former", key=heir.code).exists()


def test_what_is_published_anew_is_no_former_one(published, publisher, make_draft, machine):
    end(published, publisher)
    make_draft(number=2, first=clock.today()).publish(by=machine)

    assert set(Entry.objects.filter(key="1.001193").values_list("kind", flat=True)) == {"procedure"}


def test_an_end_to_come_is_announced_while_it_goes_on(client, published, heir, publisher):
    day = clock.today() + timedelta(days=30)
    end(published, publisher, heir, day=day)

    shown = page_of(client, published.procedure).content.decode()

    assert f"sẽ hết áp dụng từ ngày {day:%d/%m/%Y}" in shown
    assert published.procedure.version_on(day - timedelta(days=1)) == published
    assert published.procedure.version_on(day) is None


def test_a_successor_that_ended_leads_to_its_own(published, heir, machine, publisher):
    last = another(published, machine, "1.001195", "Đăng ký khai sinh mới nữa")
    end(published, publisher, heir)
    end(heir.versions.get(), publisher, last)

    found = endings.of("1.001193", clock.today())

    assert [one.procedure for one in found.successors] == [last]


def test_a_version_published_since_lets_it_go_on(client, published, publisher, make_draft, machine):
    end(published, publisher)
    make_draft(number=2, first=clock.today()).publish(by=machine)

    assert endings.of("1.001193", clock.today()) is None
    assert "hết áp dụng" not in page_of(client, published.procedure).content.decode()


def test_nothing_replaces_itself(published, heir, publisher):
    with pytest.raises(exceptions.Circle):
        end(published, publisher, published.procedure)
    end(heir.versions.get(), publisher, published.procedure)
    with pytest.raises(exceptions.Circle):
        end(published, publisher, heir)


def test_twice_or_in_the_past_or_by_others_it_does_not_end(published, publisher):
    with pytest.raises(exceptions.EndsInThePast):
        end(published, publisher, day=clock.today() - timedelta(days=1))
    with pytest.raises(exceptions.NotYourMove):
        end(published, hand(CatalogPost.Right.WRITE))
    end(published, publisher)
    with pytest.raises(exceptions.TooLate):
        end(published, publisher)


def test_what_was_decided_is_never_rewritten(published, publisher):
    end(published, publisher)

    with pytest.raises(IntegrityError), transaction.atomic():
        Ending.objects.update(decision_number="khác")


# --- Screen ---------------------------------------------------------------------------------------

END = "catalog_desk:end"


def test_a_publisher_lets_it_end(client, published, heir, publisher):
    as_officer(client, publisher.person)
    assert published.name in client.get(reverse(END), {"code": "1.001193"}).content.decode()
    typed = {"code": "1.001193", "in_force": 1, "decision": DECISION, "ends_on": "1/1/2020"}

    unknown = client.post(reverse(END), typed | {"successors": "9.999999"})
    past = client.post(reverse(END), typed | {"successors": heir.code})
    today = f"{clock.today():%d/%m/%Y}"
    done = client.post(reverse(END), typed | {"successors": heir.code, "ends_on": today})

    assert "9.999999" in unknown.content.decode()
    assert past.status_code == 409
    assert DECISION in past.content.decode()
    assert done.status_code == 302
    assert list(Ending.objects.get().successors.all()) == [heir]


# --- Records --------------------------------------------------------------------------------------


def imported(machine, **told):
    return storing.store([translating.understand(raw(**told))], by=machine)


ENDS = {"ngay_het_hieu_luc": "01/01/2030", "quyet_dinh_het_hieu_luc": DECISION}


def test_a_record_that_says_so_ends_it_once(machine, db):
    told = ENDS | {"thu_tuc_thay_the": ["1.001193", "8.888888"]}
    first = imported(machine, **told)
    again = imported(machine, **told)

    assert (first["1.001193"], again["1.001193"]) == ("added", "unchanged")
    assert Ending.objects.get().ends_on.year == 2030


def test_an_export_carries_the_end_and_a_record_without_decision_ends_nothing(machine, db):
    imported(machine, **ENDS)

    record = next(recalling.records(ProcedureVersion.objects.published()))
    out = exporting.raw_of(record)

    assert (out["ngay_het_hieu_luc"], out["quyet_dinh_het_hieu_luc"]) == ("2030-01-01", DECISION)
    assert "ends_on" not in translating.understand(raw(ngay_het_hieu_luc="01/01/2030")).record


def test_a_successor_that_comes_later_is_joined(machine, db):
    record = translating.understand(raw(**ENDS, thu_tuc_thay_the="1.000002, 1.000003"))
    storing.store([record], by=machine)
    ending = Ending.objects.get()
    out = exporting.raw_of(next(recalling.records(ProcedureVersion.objects.published())))

    imported(machine, ma_thu_tuc="1.000002")

    assert [each.raw for each in record.remarks if each.why == storing.AWAITED] == [
        "1.000002",
        "1.000003",
    ]
    assert out["thu_tuc_thay_the"] == ["1.000002", "1.000003"]
    assert [one.code for one in ending.successors.all()] == ["1.000002"]
    assert [one.code for one in ending.awaited.all()] == ["1.000003"]


def test_successors_that_would_go_round_are_told_and_not_joined(machine, db):
    imported(machine, **ENDS, thu_tuc_thay_the="1.000002")
    other = translating.understand(raw(**ENDS, ma_thu_tuc="1.000002", thu_tuc_thay_the="1.001193"))

    storing.store([other], by=machine)

    assert Ending.objects.count() == 1
    assert [remark.field for remark in other.remarks][-1] == "thu_tuc_thay_the"


def test_over_what_people_wrote_no_record_ends_anything_and_says_so(published, machine):
    record = translating.understand(raw(**ENDS))

    storing.store([record], by=machine)

    assert not Ending.objects.exists()
    assert storing.NOT_ITS_WORD in [remark.why for remark in record.remarks]
