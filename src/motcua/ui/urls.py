"""How the reader wants pages shown."""

from django.urls import path

from motcua.ui import views

app_name = "ui"
urlpatterns = [
    path("hien-thi/", views.display, name="display"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("sitemap-<slug:name>.xml", views.sitemap_part, name="sitemap_part"),
]
