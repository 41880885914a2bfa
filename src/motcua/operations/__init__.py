"""Is the house running? The PostgreSQL launcher, health checks, and what an operator needs."""
