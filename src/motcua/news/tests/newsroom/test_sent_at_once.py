"""One form comes twice at the same moment, each over a connection of its own."""

import threading

import pytest
from django.db import connection

from motcua.news import actions as news
from motcua.news.models import Article
from motcua.news.newsroom.workflow import Role
from motcua.organizations.tests.factories import OrganizationFactory

from .conftest import desk
from .test_sent_forms import deliver, form


@pytest.mark.django_db(transaction=True)
def test_a_form_that_comes_twice_at_once_makes_one_article():
    index = news.set_up().get_parent().specific
    newsroom = desk(index, OrganizationFactory(identifier="H49.90"), "Tin thành phố", "thanh-pho")
    browsers = [newsroom.at_work(Role.REPORTER) for _ in range(2)]
    typed_once = form(button="action-submit")
    together, statuses = threading.Barrier(2), []

    def press(browser):
        together.wait()
        statuses.append(deliver(newsroom, browser, typed_once).status_code)
        connection.close()

    threads = [threading.Thread(target=press, args=[browser]) for browser in browsers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert Article.objects.count() == 1
    assert statuses == [302, 302]
