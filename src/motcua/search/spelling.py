"""Did you mean …? Words that the site knows, close to those that were typed."""


def suggestion(question: str) -> str:
    return ""
