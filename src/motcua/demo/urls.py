"""The portal's addresses, and what only the demo has."""

from motcua.urls import urlpatterns as portal

urlpatterns = [*portal]
