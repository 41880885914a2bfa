"""Every form of the portal is filled in so that it could be submitted."""

import pytest

from motcua.catalog import forms_data, recording
from motcua.catalog.forms import checking
from motcua.catalog.models import ProcedureVersion
from motcua.demo import answers

CODES = sorted(path.stem for path in recording.FOLDER.glob("*.json"))


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("code", CODES)
def test_an_invented_applicant_leaves_nothing_open(code, number):
    form, layout = forms_data.form_of(code)
    version = ProcedureVersion(form=form, form_layout=layout)
    home = {"address": "Tổ 5, phường Bãi Cháy", "phone": "0912345678"}
    given = answers.to_form(form, "Vũ Thị Nhiên", number, **home)
    assert [(one.path, one.message) for one in checking.check(version, given)] == []
