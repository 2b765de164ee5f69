"""The app: `streamlit run app.py`, or `yiping serve`. The pages start in pages/kit/shell.py."""

import streamlit as st

from pages.kit.server import routes
from pages.kit.warm import warm_up

warm_up()
app = st.App("pages/kit/shell.py", routes=routes())
