"""``/dich-vu-cong/<mã>/cho-toi/``: may I, what does it cost me, where, how long?"""

from django.urls import path

from motcua.guides.views import your_case

app_name = "your_case"
urlpatterns = [path("", your_case.your_case, name="procedure")]
