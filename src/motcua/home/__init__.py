"""The front page and the doors that open soon."""
