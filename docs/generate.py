"""Writes every generated page of the documentation: `python -m docs.generate`.

`pages` gives their texts without writing them, so that a test finds a page that is out of date.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from docs.generating.command_line import command_line
from docs.generating.diff import diff_page
from docs.generating.errors import error_pages
from docs.generating.language import language
from docs.generating.lints import lint_pages
from docs.generating.plan import plan_page
from poise.gherkin.reference import steps_reference
from poise.schema import plan_schema, schema_text

DOCS = Path(__file__).resolve().parent


def pages() -> Mapping[str, str]:
    """Every generated page, by its path below `docs/`."""
    return {
        "reference/command-line.md": command_line(),
        "reference/diff.md": diff_page(),
        "reference/gherkin-steps.md": steps_reference(),
        "reference/language.md": language(),
        "reference/plan.md": plan_page(),
        **error_pages(),
        **lint_pages(),
        "schemas/plan.schema.json": schema_text(plan_schema()),
    }


def main() -> int:
    """Write what is missing or out of date; says what was written."""
    for name, text in pages().items():
        path = DOCS / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            sys.stdout.write(f"docs/{name}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
