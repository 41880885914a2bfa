"""In which language do commands speak?"""

import pytest
from django.utils import translation

from motcua.operations import console


@pytest.mark.parametrize(
    ("told", "spoken"),
    [
        ({}, "vi"),
        ({"LANG": "C.UTF-8"}, "vi"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "vi_VN.UTF-8"}, "vi"),
    ],
)
def test_the_terminal_decides(monkeypatch, told, spoken):
    for name in console.ASKED:
        monkeypatch.delenv(name, raising=False)
    for name, value in told.items():
        monkeypatch.setenv(name, value)

    assert console.language() == spoken
    assert console.spoken(translation.get_language)() == spoken
