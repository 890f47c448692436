"""A page for each lint, from the docstring of its module."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from types import ModuleType

from docs.generating.markup import fenced, page, sentence, table
from poise.check.lints import CODES, PAGES

MADE_FROM = "`engine/poise/check/lints/`"
INTRODUCTION = """\
A lint is a habit that keeps a pack readable and honest. `poise check` tells every breach at its
file, line and column, as a warning (`--strict` lets warnings count), or as a notice where it only
depends on the day (`--as-of`), which never fails a build. A rule may break one for a reason, which
it writes down:

```yaml
- id: vessel.avoid
  title: Leave the vessel alone
  avoid: {area: temple}
  allow:
    no-evidence: Nothing is published; the pack's author saw it.
```

`allow` in `pack.yaml` is for the whole pack. What the solver tells as a warning, such as
[`idle-test`](../errors/idle-test.md), may be allowed in the same way. An allowance that nothing
needs is told too (`idle-allow`)."""


def lint_pages() -> Mapping[str, str]:
    """Every page of `docs/lints/`, by its path below `docs/`."""
    pages = {f"lints/{module.LINT.code}.md": _page(module) for module in PAGES}
    linked = {module.LINT.code for module in PAGES}
    rows = (
        (f"[`{code}`]({code}.md)" if code in linked else f"`{code}`", title)
        for code, title in sorted(CODES.items())
    )
    pages["lints/README.md"] = page(
        "Lints", MADE_FROM, INTRODUCTION, table(("lint", "what it tells"), rows)
    )
    return pages


def _page(module: ModuleType) -> str:
    return page(f"`{module.LINT.code}`: {module.LINT.title}", MADE_FROM, *_parts(module.__doc__))


def _parts(docstring: str | None) -> Iterator[str]:
    """Paragraphs, each under the word that opens it; what is indented is an example."""
    for paragraph in re.split(r"\n\s*\n", (docstring or "").strip()):
        if paragraph.startswith("    "):
            yield fenced(textwrap.dedent(paragraph))
            continue
        word, colon, said = paragraph.partition(": ")
        yield f"## {word}\n\n{sentence(said)}" if colon else sentence(paragraph)


__all__ = ["lint_pages"]
