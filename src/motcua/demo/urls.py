"""The portal's addresses, and what only the demo has."""

from motcua.urls import handler400, handler403, handler404, handler500
from motcua.urls import urlpatterns as portal

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [*portal]
