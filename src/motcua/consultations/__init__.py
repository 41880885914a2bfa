"""Drafts open for comment: until when, article by article, and what became of what people said."""
