"""The template of the product as a file to begin with: every key with what it means."""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic import BaseModel

from warehouse.report.kinds import Kind
from warehouse.report.sections.contents import CONTENTS
from warehouse.report.template import PLACEHOLDERS, Template, Wording

_SLOT = re.compile(r"\{\w+\}")
# What is written where the product says nothing, so that its form can be seen.
_EXAMPLES: dict[str, Any] = {
    "masthead": "{place}社会治理工作简报",
    "recipients": ("市委办公室", "市政府办公室"),
    "next_steps": ("抓好超期事项清零，逐件明确责任单位和办结时间。",),
}


def example(kind: Kind) -> str:
    """A file that says nothing until the # before a line is taken away.

    Uncommented as a whole it can be used, too.
    """
    sections = {maker.key: _SLOT.sub("", maker.title) for maker in CONTENTS[kind.name]}
    words = "、".join(f"{{{word}}} {becomes}" for word, becomes in PLACEHOLDERS.items())
    lines = [
        f"# {kind.noun}的模板。存为数据目录下的 reports/{kind.name}.toml；",
        "# 去掉行首的 # 即生效，没有写的按产品默认。写错时会指出是哪一行。",
        f"# 标题、简报名称和单位中可用：{words}。",
        "",
    ]
    for name, field in Template.model_fields.items():
        if name == "wording":
            continue
        value = _EXAMPLES.get(name, field.default)
        if name == "first_issue":
            value = "2025-01-06" if kind.period_type == "week" else "2025-01-01"
            lines += [f"# {field.description}", f"#{name} = {value}", ""]
        elif name == "sections":
            lines += [f"# {field.description}", "#sections = ["]
            lines += [f'#    "{key}",  # {title}' for key, title in sections.items()]
            lines += ["#]", ""]
        else:
            lines += [f"# {field.description}", f"#{name} = {_toml(value)}", ""]
    lines += [f"# {Template.model_fields['wording'].description}", "#[wording]"]
    lines += _keys(Wording)
    return "\n".join(lines) + "\n"


def _keys(model: type[BaseModel]) -> list[str]:
    return [
        line
        for name, field in model.model_fields.items()
        for line in (f"# {field.description}", f"#{name} = {_toml(field.default)}")
    ]


def _toml(value: Any) -> str:
    """A value as TOML writes it, which for texts and numbers is as JSON does."""
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
