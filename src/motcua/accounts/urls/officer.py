"""``/tai-khoan/can-bo/``: the one password door, and what officers keep behind it.

Only what is needed of allauth has an address here: no sign-up, no e-mail management, no sign-in by
code, no linking of accounts. The names are allauth's, because its own views ask for them.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import path, re_path
from django.views.generic import RedirectView

from motcua.accounts.views import officer

urlpatterns = [
    path("dang-nhap/", officer.OfficerSignIn.as_view(), name="account_login"),
    path("khoa/", officer.account_closed, name="account_inactive"),
    path("mat-khau/", account.password_change, name="account_change_password"),
    path("mat-khau/xac-nhan/", account.reauthenticate, name="account_reauthenticate"),
    path("quen-mat-khau/", officer.ForgottenPassword.as_view(), name="account_reset_password"),
    path("quen-mat-khau/da-gui/", officer.LetterSent.as_view(), name="account_reset_password_done"),
    re_path(
        r"^quen-mat-khau/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        officer.NewPassword.as_view(),
        name="account_reset_password_from_key",
    ),
    path(
        "quen-mat-khau/xong/",
        officer.PasswordChanged.as_view(),
        name="account_reset_password_from_key_done",
    ),
    path("hai-lop/", mfa.index, name="mfa_index"),
    path("hai-lop/nhap-ma/", officer.SecondFactor.as_view(), name="mfa_authenticate"),
    path("hai-lop/xac-nhan/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("hai-lop/ung-dung/", totp.activate_totp, name="mfa_activate_totp"),
    path("hai-lop/ung-dung/bo/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path(
        "hai-lop/ma-du-phong/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"
    ),
    path(
        "hai-lop/ma-du-phong/tao/",
        recovery_codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "hai-lop/ma-du-phong/tai-ve/",
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("hai-lop/khoa/", RedirectView.as_view(pattern_name="mfa_index"), name="mfa_list_webauthn"),
    path("hai-lop/khoa/them/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path("hai-lop/khoa/<int:pk>/bo/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
    path(
        "hai-lop/khoa/xac-nhan/",
        webauthn.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path("dang-nhap/khoa/", officer.PasskeySignIn.as_view(), name="mfa_login_webauthn"),
]
