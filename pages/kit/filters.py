"""Filters that live in the address, so that every view can be sent as a link.

The address is the only truth: a box shows what the address says, and a choice is written to
the address before the page runs again. A value that is not on offer counts as no choice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

# Choosing anything else shows the table or report from its beginning, its first row open.
_FOLLOWS = ("page", "event", "record", "edition")
NO_CHOICE = ""
_LONGEST_SEARCH = 60


def told(key: str) -> str | None:
    """What the address says under a key; None when it says nothing."""
    value: str | None = st.query_params.get(key)
    return value or None


def tell(key: str, value: str | None) -> None:
    """Write a choice into the address; None takes it out."""
    tell_all(**{key: value})


def tell_all(**choices: str | None) -> None:
    """Write several choices into the address at once."""
    rewrite({**dict.fromkeys(_FOLLOWS), **choices})


def rewrite(changes: Mapping[str, str | None]) -> None:
    """Change several keys of the address at once; None takes a key out.

    All of them become one entry of the browser's history, so that one step back undoes them.
    """
    before = st.query_params.to_dict()
    after = {key: value for key, value in {**before, **changes}.items() if value}
    if after != before:
        st.query_params.from_dict(after)


def choose(
    label: str, key: str, options: Mapping[str, str], *, default: str = NO_CHOICE
) -> str | None:
    """A box with one choice out of several.

    Args:
        label: Above the box.
        key: In the address.
        options: Codes with their words, in the order shown; `NO_CHOICE` is the code that does
            not narrow.
        default: The option that holds when the address says nothing.

    Returns:
        The code chosen, or None for no choice.
    """
    value = told(key)
    return choose_for(
        label,
        key,
        options,
        chosen=value if value in options else default,
        on_choice=lambda code: tell(key, None if code == default else code),
    )


def choose_for(
    label: str,
    key: str,
    options: Mapping[str, str],
    *,
    chosen: str | None,
    on_choice: Callable[[str], None],
) -> str | None:
    """A box whose choice is told by the caller, and handed to `on_choice` when it changes."""
    widget = f"box_{key}"
    st.session_state[widget] = chosen if chosen in options else NO_CHOICE
    choice: str = st.selectbox(
        label,
        list(options),
        key=widget,
        format_func=lambda code: options.get(code, code),
        disabled=len(options) < 2,
        on_change=lambda: on_choice(st.session_state[widget]),
    )
    return choice or None


def search(label: str, key: str, *, hint: str) -> str | None:
    """A field for words to look for; None when it is empty."""
    widget = f"box_{key}"
    st.session_state[widget] = (told(key) or "")[:_LONGEST_SEARCH]
    words = st.text_input(
        label,
        key=widget,
        placeholder=hint,
        max_chars=_LONGEST_SEARCH,
        on_change=lambda: tell(key, st.session_state[widget].strip() or None),
    )
    return (words or "").strip() or None


def switch(
    label: str,
    key: str,
    options: Mapping[str, str],
    *,
    default: str,
    clears: tuple[str, ...] = (),
) -> str:
    """A row of buttons of which one is on; a choice takes the keys of `clears` out."""
    widget = f"box_{key}"
    value = told(key)
    st.session_state[widget] = value if value in options else default
    chosen: str | None = st.segmented_control(
        label,
        list(options),
        key=widget,
        format_func=lambda code: options[code],
        label_visibility="collapsed",
        required=True,
        on_change=lambda: tell_all(
            **dict.fromkeys(clears),
            **{key: None if st.session_state[widget] == default else st.session_state[widget]},
        ),
    )
    return chosen or default


def reset_button(keys: tuple[str, ...]) -> None:
    """A button that takes all filters out of the address."""
    st.button(
        "重置",
        key="reset",
        on_click=forget,
        args=keys,
        disabled=not any(told(key) for key in keys),
    )


def forget(*keys: str) -> None:
    """Take filters out of the address, and with them what follows from them."""
    rewrite(dict.fromkeys((*keys, *_FOLLOWS)))
