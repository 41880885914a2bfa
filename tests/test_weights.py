"""How heavy are pages? Bytes as sent, which do not depend on the machine that counts them."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from wagtail.rich_text import RichText

from motcua.demo import seed_identity
from motcua.news.tests import factories as newsroom

FIRST_VISIT, LATER_PAGE = 150_000, 30_000
"""Budget: a first visit with style sheets, script and every font; any page after it."""

ARTICLE = "/tin-tuc/cong/nop-ho-so-o-phuong-nao-cung-duoc/"
PAGES = [
    "/",
    "/dich-vu-cong/",
    "/dich-vu-cong/1.001193/",
    "/tra-cuu/",
    "/hoi-dap/",
    "/chi-dao/",
    "/tin-tuc/",
    "/to-chuc/",
    ARTICLE,
]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _province(request):
    seed_identity.seed()
    call_command("load_recorded_procedures", verbosity=0)
    if "/tin-tuc/" in request.node.name:
        long = RichText("<p>Người dân nộp hồ sơ ngay tại nơi mình đang ở.</p>" * 40)
        newsroom.article(body=[("paragraph", long)])


def page(client, address: str) -> tuple[int, str]:
    """Its weight on the wire, and the page itself."""
    answer = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    return len(answer.content), gzip.decompress(answer.content).decode()


def file(name: str) -> bytes:
    found = finders.find(name)
    assert found, name
    return Path(found).read_bytes()


def weight(name: str) -> int:
    """As WhiteNoise sends it: text compressed, fonts as they are."""
    content = file(name)
    return len(content) if name.endswith(".woff2") else len(gzip.compress(content))


def files_of(html: str) -> set[str]:
    """Every file that the page loads, and every file that its style sheets load."""
    named = set(re.findall(r'(?:href|src)="/static/([^"]+)"', html))
    for sheet in [name for name in named if name.endswith(".css")]:
        folder = sheet.rpartition("/")[0]
        inner = re.findall(r"url\(([^)]+)\)", file(sheet).decode())
        named |= {f"{folder}/{name}" for name in inner}
    return named


@pytest.mark.parametrize("address", PAGES)
def test_a_first_visit_is_light(client, address):
    size, html = page(client, address)

    total = size + sum(weight(name) for name in files_of(html))

    assert total <= FIRST_VISIT


@pytest.mark.parametrize("address", PAGES)
def test_a_later_page_is_lighter(client, address):
    size, _ = page(client, address)

    assert size <= LATER_PAGE


def test_a_page_asks_for_few_files(client):
    _, html = page(client, "/")

    loaded = [name for name in files_of(html) if not name.endswith(".woff2")]
    assert len(loaded) <= 6, loaded
