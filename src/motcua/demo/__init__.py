"""The demo province: seed and supervisor. Everything in it is invented and says so."""
