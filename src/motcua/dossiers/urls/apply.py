"""Applying: under the procedure's own address."""

from django.urls import path

from motcua.dossiers.views import apply, uploading

app_name = "apply"
urlpatterns = [
    path("", apply.start, name="start"),
    path("<uuid:key>/noi-giai-quyet/", apply.office, name="office"),
    path("<uuid:key>/to-khai/<slug:page>/", apply.page, name="page"),
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
    path("<uuid:key>/nop/", apply.submit, name="submit"),
    path("<uuid:key>/xoa/", apply.discard, name="discard"),
]
