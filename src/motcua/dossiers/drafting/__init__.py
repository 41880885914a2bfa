"""What happens to a draft before it is a dossier: typed, merged, found again, shared, forgotten."""
