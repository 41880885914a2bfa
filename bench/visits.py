"""What does counting cost? A light page with the counter, against the same page without it.

    .venv/bin/python bench/visits.py

Both go through the whole middleware in this process, by turns, with a browser's headers. No network
and no database stand between, so that the counter's share is as large as it can be.
"""

import logging
import os
import statistics
import time

os.environ["DJANGO_SETTINGS_MODULE"] = "motcua.conf.test"

import django

django.setup()
logging.disable(logging.INFO)  # the line about each request would be most of what is measured

from django.conf import settings  # noqa: E402
from django.contrib.auth.decorators import login_not_required  # noqa: E402
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.test import RequestFactory, override_settings  # noqa: E402
from django.urls import path  # noqa: E402
from django.utils import timezone  # noqa: E402

from motcua.ui.http import without_database  # noqa: E402
from motcua.urls import handler400, handler403, handler404, handler500  # noqa: E402, F401
from motcua.urls import urlpatterns as every_address  # noqa: E402
from motcua.visits.keeper import keeper  # noqa: E402
from motcua.visits.salts import needed  # noqa: E402

COUNTER = "motcua.visits.middleware.visits"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:{0}.0) Gecko/20100101 Firefox/{0}.0"
READERS = 400
"""Different ones, in networks of their own and with twenty kinds of browsers."""
ROUNDS, PAGES = 200, 20
LIGHT = "/bench/"


@login_not_required
def light(request) -> HttpResponse:
    """Our own layout and nothing else: no query, no panel."""
    return without_database(request, "400.html", status=200)


urlpatterns = [path(LIGHT.strip("/") + "/", light, name="light"), *every_address]


def handler(*, counts: bool) -> WSGIHandler:
    middleware = [name for name in settings.MIDDLEWARE if counts or name != COUNTER]
    with override_settings(MIDDLEWARE=middleware, ROOT_URLCONF=__name__):
        return WSGIHandler()


def microseconds(answer: WSGIHandler, environs: list[dict]) -> float:
    """Of this process, for one page."""
    begun = time.process_time()
    for environ in environs:
        answer({**environ}, lambda *_: None).close()
    return (time.process_time() - begun) / len(environs) * 1e6


def environs() -> list[dict]:
    return [
        RequestFactory()
        .get(
            LIGHT,
            HTTP_USER_AGENT=FIREFOX.format(120 + number % 20),
            HTTP_ACCEPT_ENCODING="gzip",
            REMOTE_ADDR=f"198.51.{number // 250}.{number % 250}",
        )
        .environ
        for number in range(READERS)
    ]


def main() -> None:
    keeper().counter.salts = dict.fromkeys(needed(timezone.now()), os.urandom(32))
    without, counting, asked = handler(counts=False), handler(counts=True), environs()
    pairs = []
    with override_settings(ROOT_URLCONF=__name__):
        for turn in range(ROUNDS):
            some = [asked[(turn * PAGES + n) % READERS] for n in range(PAGES)]
            pairs.append((microseconds(without, some), microseconds(counting, some)))
    plain, full = zip(*pairs[ROUNDS // 10 :], strict=True)
    counted = sum(day.views for day in keeper().counter.days.values())
    assert counted == ROUNDS * PAGES, counted
    without_it, with_it = quiet(plain), quiet(full)
    print(f"without {without_it:8.0f} µs a page (processor time)")
    print(f"with    {with_it:8.0f} µs a page, {counted} counted")
    print(f"the counter costs {with_it / without_it - 1:.1%} of a light page")


def quiet(times: tuple[float, ...]) -> float:
    """The time of the quietest tenth of the rounds: what else the machine does only adds to it."""
    return statistics.quantiles(times, n=10)[0]


if __name__ == "__main__":
    main()
