"""What an applicant does with their own dossiers."""

from django.urls import path

from motcua.dossiers.views import citizen, coming_back, evaluating, sharing, uploading

app_name = "dossiers"
urlpatterns = [
    path("", citizen.my_dossiers, name="list"),
    path("mo-bang-ma/", coming_back.open_by_code, name="open"),
    path("mo-bang-ma/tiep/", coming_back.opened, name="opened"),
    path("loi-moi/<int:pk>/", sharing.accept, name="accept"),
    path("loi-moi/<int:pk>/tu-choi/", sharing.decline, name="decline"),
    path("<str:code>/", citizen.detail, name="detail"),
    path("<str:code>/da-nop/", citizen.acknowledgment, name="acknowledgment"),
    path("<str:code>/giay-tiep-nhan.pdf", citizen.receipt, name="receipt"),
    path("<str:code>/to-khai.pdf", citizen.filled_form, name="filled_form"),
    path("<str:code>/giay-to/<int:pk>/", citizen.paper, name="paper"),
    path("<str:code>/giay-to/<int:pk>/anh/<slug:kind>/", uploading.picture, name="picture"),
    path("<str:code>/ket-qua/<int:pk>/", citizen.result, name="result"),
    path("<str:code>/bo-sung/", citizen.supplement, name="supplement"),
    path("<str:code>/bo-sung/tai-len/", uploading.supplement_uploads, name="uploads"),
    path("<str:code>/bo-sung/tai-len/<uuid:upload>/", uploading.supplement_upload, name="upload"),
    path(
        "<str:code>/bo-sung/tai-len/<uuid:upload>/bo/",
        uploading.drop_from_supplement,
        name="drop_upload",
    ),
    path("<str:code>/bo-sung/<int:pk>/bo/", citizen.remove_paper, name="remove_paper"),
    path("<str:code>/rut/", citizen.withdraw, name="withdraw"),
    path("<str:code>/danh-gia/", evaluating.evaluate, name="evaluate"),
]
