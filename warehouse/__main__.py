"""`python -m warehouse` is `yiping`."""

from warehouse.cli import app

app()
