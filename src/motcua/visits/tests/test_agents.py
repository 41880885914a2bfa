"""Who is a person?"""

import pytest

from motcua.visits.agents import LONGEST, is_person

from .conftest import FIREFOX

WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"
PEOPLE = [
    FIREFOX,
    f"Mozilla/5.0 (Linux; Android 14; SM-A536E) {WEBKIT} Chrome/141.0.0.0 Mobile Safari/537.36",
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} coc_coc_browser/130.0.0 Chrome/124.0.0.0",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Zalo iOS/24.07",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) [FBAN/FBIOS;FBAV/500.0]",
    "Opera/9.80 (Android; Opera Mini/7.5.33361/191.273; U; vi) Presto/2.12.423 Version/12.16",
]
PROGRAMS = [
    "",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    f"Mozilla/5.0 (X11; Linux x86_64) {WEBKIT} HeadlessChrome/141.0.0.0 Safari/537.36",
    "Mozilla/5.0 (compatible; GPTBot/1.2; +https://openai.com/gptbot)",
    "curl/8.5.0",
    "python-requests/2.32",
    "kube-probe/1.31",
    FIREFOX + "x" * LONGEST,
]


@pytest.mark.parametrize("agent", PEOPLE)
def test_a_browser_is_a_person(agent):
    assert is_person(agent)


@pytest.mark.parametrize("agent", PROGRAMS)
def test_a_program_is_not(agent):
    assert not is_person(agent)
