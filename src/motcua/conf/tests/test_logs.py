"""Do log lines keep silent about persons?"""

import io
import json
import logging.config

import psycopg
import pytest
import structlog

from motcua.conf import logs


@pytest.fixture
def lines(monkeypatch):
    """What a logger of production writes, line by line."""
    paper = io.StringIO()
    [handler] = _handlers(paper)
    logger = logging.getLogger("motcua.test")
    monkeypatch.setattr(logger, "handlers", [handler])
    monkeypatch.setattr(logger, "propagate", False)
    logger.setLevel("INFO")
    return lambda: [json.loads(line) for line in paper.getvalue().splitlines()]


def _handlers(paper):
    settings = logs.settings(structlog.processors.JSONRenderer(ensure_ascii=False))
    formatter = settings["formatters"]["line"]
    handler = logging.StreamHandler(paper)
    handler.setFormatter(formatter.pop("()")(**formatter))
    return [handler]


def test_a_line_is_json_with_time_level_and_logger(lines):
    structlog.get_logger("motcua.test").info("answered", status=200)

    [line] = lines()

    assert line["event"] == "answered"
    assert line["status"] == 200
    assert line["level"] == "info"
    assert line["logger"] == "motcua.test"
    assert line["timestamp"].endswith("Z")


def test_lines_of_other_libraries_look_alike(lines):
    logging.getLogger("motcua.test").warning("Not Found: %s", "/dich-vu-cong/")

    [line] = lines()

    assert line["event"] == "Not Found: /dich-vu-cong/"
    assert line["level"] == "warning"


@pytest.mark.parametrize(
    "private", ["022190001234", "0912 345 678", "0912.345.678", "lan.nguyen@example.vn"]
)
def test_what_names_a_person_is_hidden(lines, private):
    logging.getLogger("motcua.test").error("no letter to %s today", private)

    [line] = lines()

    assert line["event"] == "no letter to ••• today"


def test_an_exception_says_where_and_not_whose(lines):
    secret = "022190001234"
    try:
        raise ValueError(f"unknown number {secret}")
    except ValueError:
        logging.getLogger("motcua.test").exception("failed")

    [line] = lines()

    assert "ValueError: unknown number •••" in line["exception"]
    assert "test_logs.py" in line["exception"]
    assert secret not in json.dumps(line)


def test_the_row_that_postgresql_quotes_is_left_out(lines):
    said = "duplicate key\nDETAIL:  Key (full_name)=(Nguyễn Thị Lan) already exists."
    try:
        raise psycopg.IntegrityError(said)
    except psycopg.IntegrityError:
        structlog.get_logger("motcua.test").exception("failed")

    [line] = lines()

    assert "duplicate key" in line["exception"]
    assert "Lan" not in line["exception"]
