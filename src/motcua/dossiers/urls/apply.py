"""Applying: under the procedure's own address."""

from django.urls import path

from motcua.dossiers.views import (
    apply,
    coming_back,
    from_partners,
    moved,
    reusing,
    sharing,
    typing,
    uploading,
)

app_name = "apply"
urlpatterns = [
    path("", apply.start, name="start"),
    path("tu-doi-tac/<str:word>/", from_partners.offered, name="offered"),
    path("<uuid:key>/noi-giai-quyet/", apply.office, name="office"),
    path("<uuid:key>/to-khai/<slug:page>/", apply.page, name="page"),
    path("<uuid:key>/luu/", typing.autosave, name="autosave"),
    path("<uuid:key>/luu/<slug:page>/", typing.autosave, name="autosave"),
    path("<uuid:key>/chon/", typing.choose, name="choose"),
    path("<uuid:key>/chon/<slug:page>/", typing.choose, name="choose"),
    path("<uuid:key>/ma/", coming_back.code, name="code"),
    path("<uuid:key>/cung-nop/", sharing.along, name="along"),
    path("<uuid:key>/cung-nop/<int:pk>/thu-lai/", sharing.revoke, name="revoke"),
    path("<uuid:key>/xac-nhan/", sharing.confirm, name="confirm"),
    path("<uuid:key>/lay-tu-ho-so/", reusing.reuse, name="reuse"),
    path("<uuid:key>/giay-to/", apply.papers, name="papers"),
    path("<uuid:key>/giay-to/tai-len/", uploading.draft_uploads, name="uploads"),
    path("<uuid:key>/giay-to/tai-len/<uuid:upload>/", uploading.draft_upload, name="upload"),
    path(
        "<uuid:key>/giay-to/tai-len/<uuid:upload>/bo/",
        uploading.drop_from_draft,
        name="drop_upload",
    ),
    path("<uuid:key>/giay-to/<int:pk>/", uploading.draft_paper, name="paper"),
    path("<uuid:key>/giay-to/<int:pk>/anh/<slug:kind>/", uploading.draft_picture, name="picture"),
    path("<uuid:key>/giay-to/<int:pk>/bo/", apply.remove_paper, name="remove_paper"),
    path("<uuid:key>/kiem-tra/", apply.check, name="check"),
    path("<uuid:key>/to-khai.pdf", apply.filled_form, name="filled_form"),
    path("<uuid:key>/da-doc/", moved.read, name="read"),
    path("<uuid:key>/chep/", moved.copy, name="copy"),
    path("<uuid:key>/nop/", apply.submit, name="submit"),
    path("<uuid:key>/xoa/", apply.discard, name="discard"),
]
