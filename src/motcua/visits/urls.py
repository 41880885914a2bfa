"""How many came? The page of statistics and its files."""

from django.urls import path

from motcua.visits import views

app_name = "visits"
urlpatterns = [
    path("", views.statistics, name="statistics"),
    path("<slug:by>.csv", views.download, name="download"),
]
