"""Which answers does every room give? Come again later, and what you wrote is here."""
