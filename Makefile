# Everything that one does with this house. Python 3.11 or later is enough; tools/bootstrap makes .venv.

VENV := .venv/bin
WORKERS := 2
DOSSIERS := 1000000
CLOSED := 100000
KILLS := 10

# Compiled code is kept, whatever the shell says: everything here starts many processes, and without it each compiles
# Django anew, which takes longer than most of what they do.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help demo reset test check journeys bench-reorganization format venv

help: ## Say what can be made
	@sed -n 's/^\([a-z-]*\):.*## /make \1 \t/p' $(MAKEFILE_LIST)

demo: ## Run the demo province; PORT and DATA_DIR choose where, DATABASE_URL another PostgreSQL
	@sh tools/bootstrap demo
	@exec $(VENV)/python -m motcua.demo

reset: ## Delete what the demo knew, and run it afresh
	@sh tools/bootstrap demo
	@exec $(VENV)/python -m motcua.demo reset

test: venv ## Run the tests on a real PostgreSQL; wheels are enough
	$(VENV)/pytest -n $(WORKERS) --dist worksteal -m "not journey and not hardship" --ignore=tests/tools

check: venv ## Run what CI runs beside the tests: rules, types, journeys, kills; needs Debian's chromium-headless-shell or chromium, poppler-utils, clamav-daemon and gettext
	sh tools/check

journeys: venv ## Walk through the pages in a real browser
	$(VENV)/pytest -m journey

bench-reorganization: venv ## Rehearse, carry out, undo and kill the change of 1 July 2025 with a million dossiers; DOSSIERS, CLOSED, KILLS
	PYTHONPATH=. $(VENV)/python -m bench.reorganization $(DOSSIERS) $(CLOSED) $(KILLS)

format: venv ## Put Python and templates in shape
	$(VENV)/ruff check --fix .
	$(VENV)/ruff format .

venv:
	@sh tools/bootstrap test
