"""A page puts panels together: short, without SQL and without arithmetic."""

import ast
from pathlib import Path

import pytest

from warehouse.settings import ROOT

PAGES = [path for path in sorted((ROOT / "pages").glob("*.py")) if path.stem != "__init__"]
COMPUTES = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow)
AGGREGATES = {"sum", "mean", "count", "group_by", "agg", "median", "quantile"}


def nodes(path: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(path.read_text())))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_stays_under_eighty_lines(path: Path):
    assert len(path.read_text().splitlines()) < 80


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_computes_nothing(path: Path):
    sums = [node for node in nodes(path) if isinstance(node, ast.BinOp) and _computes(node)]
    calls = [
        node.func.attr
        for node in nodes(path)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]

    assert [f"line {node.lineno}" for node in sums] == []
    assert AGGREGATES.isdisjoint(calls)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_asks_no_database(path: Path):
    words = [
        node.value.lower()
        for node in nodes(path)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]

    assert not [text for text in words if "select " in text or " from marts." in text]


def _computes(node: ast.BinOp) -> bool:
    """Whether it is arithmetic; words may be put together."""
    is_text = any(
        isinstance(side, ast.JoinedStr | ast.Constant) and not _is_number(side)
        for side in (node.left, node.right)
    )
    return isinstance(node.op, COMPUTES) and not is_text


def _is_number(side: ast.expr) -> bool:
    return isinstance(side, ast.Constant) and isinstance(side.value, int | float)
