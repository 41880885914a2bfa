import pytest

from motcua.catalog.models import LifeEvent
from motcua.guides import publication
from motcua.guides.models import Edition
from motcua.periods import clock
from motcua.periods.models import since
from motcua.search import rebuilding
from motcua.search.models import Entry

from .conftest import stream

SAID = "mới sinh em bé\nvợ sinh"


@pytest.fixture
def guide(db):
    event = LifeEvent.objects.create(slug="sinh-con", name="Sinh con", position=1)
    return Edition.objects.create(
        event=event,
        lead="Giấy khai sinh, chỗ ở cho con.",
        also_called=SAID,
        valid_during=since(clock.today()),
        steps=stream("step", {"title": "Đăng ký khai sinh", "text": "Ở xã.", "where": "Xã"}),
    )


def keys():
    return list(Entry.objects.filter(kind=publication.KIND).values_list("key", flat=True))


@pytest.mark.parametrize("question", ["sinh con", "vo sinh", "mới sinh em bé cần làm gì"])
def test_a_guide_is_found_by_what_people_say(client, guide, question):
    html = client.get("/tim-kiem/", {"q": question}).content.decode()

    assert f'href="{guide.get_absolute_url()}"' in html
    assert "Hướng dẫn theo việc" in html


def test_the_list_of_procedures_leads_there_too(client, guide):
    assert guide.get_absolute_url() in client.get("/dich-vu-cong/", {"q": "vợ sinh"}).text
    assert guide.get_absolute_url() not in client.get("/dich-vu-cong/", {"q": "đất đai"}).text


def test_a_guide_that_went_or_holds_no_more_is_found_no_more(guide):
    guide.delete()

    assert keys() == []


def test_the_index_written_anew_has_the_guides_of_today(guide):
    Entry.objects.all().delete()

    list(rebuilding.rebuild())

    assert keys() == ["sinh-con"]


def test_the_house_brings_what_people_say(guides):
    said = Edition.objects.values_list("also_called", flat=True)

    assert said
    assert all(said)
