"""What a reader sees when a page breaks."""

from streamlit.testing.v1 import AppTest


def test_a_broken_page_says_so_in_a_sentence():
    def script() -> None:
        from pages.kit.failure import guarded  # noqa: PLC0415

        class Broken:
            path, title = "broken", "坏页"

            def renderer(self):
                raise ValueError("no traceback on the screen")

        guarded(Broken())

    app = AppTest.from_function(script).run()

    assert not app.exception
    assert "坏页：页面暂时无法显示" in app.warning[0].value
