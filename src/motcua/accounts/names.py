"""How are Vietnamese names put in order? By given name, the last word, first."""

from motcua.search.folding import sort_key


def sort_name(full_name: str) -> str:
    """A text whose plain byte order is the order of a Vietnamese list of names."""
    family_and_middle, _space, given = full_name.strip().rpartition(" ")
    return f"{sort_key(given)} {sort_key(family_and_middle)}".strip()
