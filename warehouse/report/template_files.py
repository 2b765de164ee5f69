"""The templates of a site: `<var>/reports/<kind>.toml`, each with what differs from the product.

A kind without a file has the template of the product. A file that cannot be used is told with
its line, and no report of its kind is made until it is mended.
"""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Collection
from pathlib import Path

from warehouse.report.kinds import Kind
from warehouse.report.sections.contents import section_keys
from warehouse.report.template import Template
from warehouse.settings import Settings
from warehouse.toml_lines import Toml, TomlError, read_toml

FOLDER = "reports"


class TemplateError(TomlError):
    """A template cannot be used; the text names file and line and says in Chinese what is wrong."""


def template_path(site: Settings, kind: Kind) -> Path:
    """Where the site's template of a kind lies, or would lie."""
    return site.var / FOLDER / f"{kind.name}.toml"


def template_of(site: Settings, kind: Kind, sections: Collection[str] | None = None) -> Template:
    """The template of a kind: the site's, else the product's.

    Args:
        site: Whose file.
        kind: Of which report.
        sections: Keys of all sections that the kind has; unless given, they are not compared.

    Raises:
        TemplateError: The first line of the file that cannot be used.
    """
    path = template_path(site, kind)
    try:
        file = read_toml(path, name=f"{FOLDER}/{path.name}")
        template = file.checked(Template)
        _check_order(file, template)
        _check_sections(file, template, section_keys(kind.name))
    except FileNotFoundError:
        return Template()
    except TomlError as error:
        raise TemplateError(str(error)) from None
    return template


def template_hash(template: Template) -> str:
    """Of what a template says, however it is written; 16 hexadecimal digits."""
    return hashlib.sha256(template.model_dump_json().encode()).hexdigest()[:16]


def _check_sections(file: Toml, template: Template, sections: Collection[str]) -> None:
    for place, key in enumerate(template.sections):
        if key not in sections:
            near = difflib.get_close_matches(key, sections, 1)
            meant = f"是否为“{near[0]}”？" if near else ""
            words = f"没有名为“{key}”的部分，{meant}可写 {'、'.join(sections)}"
            raise TomlError(file.told(words, "sections", place))


def _check_order(file: Toml, template: Template) -> None:
    """Of two thresholds in the wrong order, the one written last is told."""
    if pair := template.wording.disorder:
        lower, upper = pair
        written = [key for key in pair if ("wording", key) in file.lines]
        last = max(written, key=lambda key: file.line("wording", key))
        least, most = (getattr(template.wording, key) for key in pair)
        words = f"“{lower}”（{least:g}）不能大于“{upper}”（{most:g}）"
        raise TomlError(file.told(words, "wording", last))
