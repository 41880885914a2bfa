import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory


@pytest.mark.django_db
@pytest.mark.parametrize("layout", ["public", "citizen", "officer"])
def test_every_layout_has_a_skip_link_that_leads_to_main(layout):
    request = RequestFactory().get("/")

    page = render_to_string(f"ui/layouts/{layout}.html", {}, request)

    assert 'href="#noi-dung"' in page
    assert '<main id="noi-dung"' in page
