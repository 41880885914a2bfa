"""Does a person read this page, or a program?

A program is whoever the kept list ``crawler-user-agents`` names, and whoever does not say that it
is a browser. A program that lies is counted: without a script or a cookie nobody can tell.
"""

from functools import lru_cache

from crawleruseragents import is_crawler

BROWSERS = ("Mozilla/", "Opera/", "UCWEB/")
"""How the name of every browser begins, those inside other apps (Zalo, Facebook) too."""
LONGEST = 512
"""Browsers' names are shorter; a longer one is somebody's experiment."""


@lru_cache(maxsize=2048)
def is_person(agent: str) -> bool:
    """Whether a request of this User-Agent counts as a person's."""
    return agent.startswith(BROWSERS) and len(agent) <= LONGEST and not is_crawler(agent)
