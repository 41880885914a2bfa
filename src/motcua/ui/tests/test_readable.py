"""What cannot be read is refused at the entrance, before any room sees it."""

import pytest
from django.conf import settings
from django.test import Client

pytestmark = pytest.mark.django_db


def test_a_session_whose_name_cannot_be_is_nobodys():
    stranger = Client(headers={"cookie": f'{settings.SESSION_COOKIE_NAME}="abcdefgh\\000ijkl"'})

    assert stranger.get("/").status_code == 200


@pytest.mark.parametrize("page", ["0", "-1", "01", "٣", "9" * 5_000, "\0"])
def test_a_map_has_only_the_pages_that_it_has(client, page):
    assert client.get("/sitemap-trang.xml", {"p": page}).status_code == 404
