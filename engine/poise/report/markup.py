"""How every HTML page is rendered: strictly, with all that a pack or an assessment says escaped."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from poise.wording import plain


def html_environment(templates: Path) -> Environment:
    """For the templates of one folder; a name that a template misspells is an error."""
    environment = Environment(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=True,
    )
    environment.filters["plain"] = plain
    return environment
