"""``/tai-khoan/``: the citizens' door, and everybody's own page."""

from django.urls import path

from motcua.accounts.views import citizen

app_name = "accounts"
urlpatterns = [
    path("", citizen.home, name="home"),
    path("dang-nhap/", citizen.sign_in, name="citizen_sign_in"),
    path("dang-nhap/tra-loi/", citizen.callback, name="citizen_callback"),
    path("dang-xuat/", citizen.sign_out, name="sign_out"),
]
