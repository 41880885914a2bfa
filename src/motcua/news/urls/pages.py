"""Sections and articles under ``/tin-tuc/``, by the name that Wagtail asks for."""

from django.urls import re_path
from wagtail.urls import serve_pattern

from motcua.news.views import pages

urlpatterns = [re_path(serve_pattern, pages.page, name="wagtail_serve")]
