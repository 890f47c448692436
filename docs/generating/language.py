"""The reference of the rule language, from the models that read it and a pack written in it."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Sequence

from docs.generating import examples
from docs.generating.conditions import conditions, selectors
from docs.generating.examples import WrittenRule
from docs.generating.fields import Words, field_table
from docs.generating.language_words import FILES, HEADINGS, SECTIONS, TYPES
from docs.generating.markup import code, every, fenced, link, page, prose, table
from poise import rules
from poise.declaration import Declaration
from poise.loading import REPOSITORY_PACK, load
from poise.reading import written

MADE_FROM = "`engine/poise/rules.py`, `engine/poise/reading/` and the pack in `rules/`"

INTRODUCTION = """\
Every field that a pack may hold, with its type, its default and what it is. The tables come from
the models that read the files; the examples are found in the pack in `rules/`. What the language
means, beyond its fields, is told on the [cheat sheet](cheat-sheet.md) and in the
[decisions](../decisions/README.md).

How everything is written:

- A pack is a folder of YAML files. A file's top-level keys and its folder say what it holds.
- Every value is text until its kind reads it: `no`, `none` and `2026-10` are what they look like.
- A field that is not in these tables is an error, and so is a key written twice.
- YAML anchors, aliases and tags are not part of the language.
- A name is declared once, in any file, and used everywhere; the order of files changes nothing.
- A length of time is a whole number and `days`, `weeks`, `months` or `years`: `6 months`."""

GOVERNANCE = (
    "`evidence`, `strength`, `certainty`, `reviewed`, `review_by` and `catalogue` are inherited: "
    "from the file's `defaults`, then from the pack's, where the rule is silent."
)


def language() -> str:
    """The page."""
    pack = load(REPOSITORY_PACK)
    found = examples.written_rules(REPOSITORY_PACK)
    words = Words(HEADINGS, "`yes` or `no`", _said(), TYPES)
    sections = [
        part
        for title, models in SECTIONS
        for part in (f"## {title}", *(_model(model, words) for model in models))
    ]
    return page(
        "The rule language, field by field",
        MADE_FROM,
        INTRODUCTION,
        "## Files",
        table(("file", "holds"), ((name, link(HEADINGS[model])) for name, model in FILES)),
        "Files under `features/` and files whose name begins with a dot are not part of the pack.",
        *sections,
        "## What a rule says",
        _model(written.RulesFile, words),
        *_rule(found, words),
        *conditions(found, pack),
        *selectors(pack),
        "## Verbs",
        f"A rule has one verb or more. {_restrictive()} {_short()}",
        *(_verb(verb, found, words) for verb in rules.VERBS),
        "## Small parts",
        *(_model(model, words) for model in (rules.After, rules.Range, rules.Months)),
    )


def _said() -> dict[str, str]:
    """Descriptions for fields that the models leave to their own: the verbs of a rule."""
    return {f"Rule.{verb.word}": prose(verb.__doc__).split("\n\n")[0] for verb in rules.VERBS}


def _model(model: type[Declaration], words: Words) -> str:
    inherited = model.__mro__[1]
    skip = 0
    more = ""
    if issubclass(inherited, Declaration) and inherited in HEADINGS:
        skip = len(inherited.model_fields)
        more = f"\n\nBeside these, the fields of {link(HEADINGS[inherited])}."
    parts = [f"### {HEADINGS[model]}", prose(model.__doc__)]
    if inspect.getdoc(model) is None:
        parts.pop()
    return "\n\n".join(parts) + "\n\n" + field_table(model, words, defaults=True, skip=skip) + more


def _rule(found: Sequence[WrittenRule], words: Words) -> Iterator[str]:
    yield _model(rules.Rule, words)
    yield GOVERNANCE
    example = examples.whole(found, 18)
    if example is not None:
        yield example.caption
        yield fenced(example.text)


def _restrictive() -> str:
    words = [verb.word for verb in rules.VERBS if verb.word in rules.RESTRICTIVE]
    return f"{every([link(code(one)) for one in words])} can only make a candidate stand worse."


def _short() -> str:
    words = [
        verb.word
        for verb in rules.VERBS
        if issubclass(verb, rules.OnItems)
        and all(name == "items" or not one.is_required() for name, one in verb.model_fields.items())
    ]
    return (
        f"{every([link(code(one)) for one in words])} may be written short where they say nothing "
        "but their items: `exclude: {product: filler}`."
    )


def _verb(verb: type[rules.Verb], found: Sequence[WrittenRule], words: Words) -> str:
    parts = [f"### {code(verb.word)}", prose(verb.__doc__)]
    if _is_bare(verb):
        (info,) = verb.model_fields.values()
        parts.append(f"Its value is written at once: {info.description}.")
    else:
        parts.append(field_table(verb, words, defaults=True))
    example = examples.of_verb(found, verb.word)
    if example is not None:
        parts += [example.caption, fenced(example.text)]
    return "\n\n".join(parts)


def _is_bare(verb: type[rules.Verb]) -> bool:
    """Whether a verb takes its only field without naming it, as `consider: TEXT` does."""
    return len(verb.model_fields) == 1 and not issubclass(verb, rules.OnItems)
