"""The newsroom: articles, pictures, announcements."""
