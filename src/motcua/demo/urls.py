"""The portal's addresses, and what only the demo has."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from motcua.demo import views
from motcua.urls import handler400, handler403, handler404, handler500
from motcua.urls import urlpatterns as portal

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

demo = [
    path("dang-nhap/", views.sign_ins, name="sign_ins"),
    path("thu-di/", views.letters, name="outgoing_mail"),
]
urlpatterns = [
    *i18n_patterns(path("demo/", include((demo, "demo"))), prefix_default_language=False),
    *portal,
]
