"""Which answers are visits?"""

from datetime import timedelta

import pytest
from django.utils import timezone

from .conftest import FIREFOX

pytestmark = pytest.mark.django_db


def views(keeper) -> int:
    return sum(tallied.views for tallied in keeper.counter.days.values())


def test_a_public_page_counts_in_every_language(read, keeper):
    read("/kha-nang-tiep-can/")
    read("/en/kha-nang-tiep-can/")

    assert views(keeper) == 2


@pytest.mark.parametrize(
    "address",
    [
        "/healthz",
        "/robots.txt",
        "/khong-co-trang-nay/",
        "/can-bo/",
        "/bien-tap/",
        "/tai-khoan/",
        "/en/tai-khoan/dang-nhap/",
        "/thong-ke-truy-cap/ngay.csv",
        "/kha-nang-tiep-can",
    ],
)
def test_probes_files_errors_redirects_and_locked_rooms_do_not(read, keeper, address):
    read(address)

    assert not views(keeper)


def test_programs_do_not(read, keeper):
    read(agent="Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)")
    read(agent="")

    assert not views(keeper)


def test_only_pages_that_somebody_reads_do(client, read, keeper):
    client.head("/kha-nang-tiep-can/", HTTP_USER_AGENT=FIREFOX)
    client.post("/tra-cuu/", {"ma": "x"}, HTTP_USER_AGENT=FIREFOX)
    read(HTTP_SEC_PURPOSE="prefetch;prerender")

    assert not views(keeper)


def test_counting_costs_no_query_and_sets_no_cookie(read, keeper, django_assert_num_queries):
    keeper.keep()

    with django_assert_num_queries(1):  # the portal's identity
        page = read()

    assert not page.cookies
    assert "Trực tuyến" in page.text


def test_nothing_in_memory_or_in_the_database_names_the_reader(read, keeper):
    keeper.learn()
    read(REMOTE_ADDR="203.0.113.77")
    keeper.write()

    counter = keeper.counter
    kept = repr((vars(counter), [vars(each) for each in counter.days.values()]))
    assert "203.0.113" not in kept
    assert "Firefox" not in kept


def test_behind_our_proxy_the_reader_is_who_it_says(read, keeper, settings):
    settings.TRUSTED_PROXY_COUNT = 1
    keeper.learn()

    for last in (7, 8, 8):
        read(REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=f"6.6.6.6, 203.0.113.{last}")

    (today,) = keeper.counter.days.values()
    assert (today.views, today.visitors.ones) == (3, 2)


def test_memory_does_not_grow_while_the_database_is_away(keeper, time_machine):
    time_machine.move_to("2026-11-20 08:00 +0700", tick=False)

    for _hour in range(24 * 4):
        keeper.counter.count("198.51.100.1", FIREFOX, timezone.now())
        time_machine.shift(timedelta(hours=1))

    assert len(keeper.counter.days) <= 2
    assert len(keeper.counter.minutes) <= 11
