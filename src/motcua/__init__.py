"""Motcua: an e-government portal and one-stop processing desk for a Vietnamese province."""
