"""Where is my dossier? Answered without signing in."""
