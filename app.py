"""The app: `streamlit run app.py`, or `yiping serve`. The pages start in pages/kit/shell.py."""

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from pages.kit.server import DarkWall, healthz

app = st.App(
    "pages/kit/shell.py",
    routes=[Route("/healthz", healthz)],
    middleware=[Middleware(DarkWall)],
)
