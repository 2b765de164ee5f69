"""What a reader sees when a page breaks."""

import ast
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.kit.states import FAILED


def test_a_broken_page_says_so_in_a_sentence():
    def script() -> None:
        from pages.kit.failure import guarded  # noqa: PLC0415

        class Broken:
            path, title, is_whole = "broken", "坏页", False

            def renderer(self):
                raise ValueError("no traceback on the screen")

        guarded(Broken())

    app = AppTest.from_function(script).run()

    assert not app.exception
    assert "坏页：此处暂时无法显示" in app.warning[0].value


def test_a_dialog_that_fails_says_so_in_its_own_place():
    def script() -> None:
        import streamlit as st  # noqa: PLC0415

        from pages.kit.failure import calm  # noqa: PLC0415

        @st.dialog("溯源")
        @calm
        def broken() -> None:
            raise ValueError("no traceback on the screen")

        broken()

    app = AppTest.from_function(script).run()

    assert not app.exception
    assert "此处暂时无法显示" in "".join(element.proto.body for element in app.get("html"))


def test_what_nobody_catches_is_told_in_chinese_without_its_details():
    def script() -> None:
        from pages.kit.failure import speak_chinese  # noqa: PLC0415

        speak_chinese()
        raise ValueError("a secret of the server")

    app = AppTest.from_function(script).run()

    assert [shown.value for shown in app.exception] == [FAILED]


@pytest.mark.parametrize("path", sorted(Path("pages").rglob("*.py")), ids=str)
def test_every_dialog_of_the_desk_is_calm(path: Path):
    tree = ast.parse(path.read_text())
    dialogs = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and any("st.dialog" in ast.unparse(mark) for mark in node.decorator_list)
    ]
    assert all(ast.unparse(dialog.decorator_list[-1]) == "calm" for dialog in dialogs)
