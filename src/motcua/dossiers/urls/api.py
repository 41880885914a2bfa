"""What programs of partners may ask for."""

from django.urls import path

from motcua.dossiers.views import from_partners

app_name = "api"
urlpatterns = [
    path("openapi.json", from_partners.openapi, name="openapi"),
    path("prefills", from_partners.prefill, name="prefill"),
]
