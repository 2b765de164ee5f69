"""Draw a page without a browser."""

from streamlit.testing.v1 import AppTest


def page_of(path: str, **address: str) -> AppTest:
    """The page under an address with these query parameters; `run()` draws it."""

    def script(path: str) -> None:
        from importlib import import_module  # noqa: PLC0415

        import_module(f"pages.{path}").render()

    app = AppTest.from_function(script, args=(path,), default_timeout=60)
    for key, value in address.items():
        app.query_params[key] = value
    return app


def html_of(app: AppTest) -> str:
    """All HTML that the page has drawn."""
    return "".join(element.proto.body for element in app.get("html"))
