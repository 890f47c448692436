"""Packs grown to a given number of rules, to see how time grows with them.

A quarter of the rules conclude findings from facts, a quarter suggest from findings, and half
restrict what is suggested; so that a plan has work at each size.
"""

from __future__ import annotations

from pathlib import Path

AREAS = 6
MEMBERS = 4


def write(folder: Path, rules: int) -> dict[str, object]:
    """Write a pack of about so many rules; returns an assessment that answers all its facts."""
    facts = max(8, rules // 4)
    _head(folder)
    _vocabulary(folder, facts)
    _cards(folder)
    body = [_rule(number, facts) for number in range(rules)]
    (folder / "rules.yaml").write_text("# Grown rules.\nrules:\n" + "".join(body))
    answers = {f"field.grade_{n}": f"level_{(n * 7) % 5}" for n in range(facts)}
    return {"date": "2026-01-31", "goals": ["goal"], **answers}


def _head(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(
        "id: grown\ntitle: Grown\nversion: '1'\nlanguage: 1\npublisher: nobody\n"
        "released: 2026-01-01\nintended_use: to be measured\npopulation: nobody\n"
        "limitations: [none]\nacts_on_order: [first, second]\nfinding_groups: {all: All}\n"
    )


def _vocabulary(folder: Path, facts: int) -> None:
    (folder / "vocabulary").mkdir(exist_ok=True)
    lines = [
        "groups: {field: {label: Field}}",
        "scales:",
        "  scale: {levels: [level_0, level_1, level_2, level_3, level_4], higher_is: worse}",
        "goals: {goal: {label: Goal}}",
        "facts:",
        *(
            f"  field.grade_{n}: {{label: Grade {n}, ask: Which, grade: scale}}"
            for n in range(facts)
        ),
        "findings:",
        *(f"  found.{n}: {{label: Found {n}, group: all, answer: yes_no}}" for n in range(facts)),
    ]
    (folder / "vocabulary" / "all.yaml").write_text("\n".join(lines) + "\n")


def _cards(folder: Path) -> None:
    (folder / "areas").mkdir(exist_ok=True)
    (folder / "products").mkdir(exist_ok=True)
    for n in range(AREAS):
        paired = "yes" if n % 2 else "no"
        (folder / "areas" / f"area_{n}.yaml").write_text(
            f"area: area_{n}\nlabel: Area {n}\npaired: {paired}\n"
        )
    members = "".join(f"  member_{n}: {{label: Member {n}}}\n" for n in range(MEMBERS))
    (folder / "products" / "class.yaml").write_text(
        f"product: class\nlabel: Class\nmembers:\n{members}"
    )


def _rule(number: int, facts: int) -> str:
    here, other, third = (number % facts, (number * 3 + 1) % facts, (number * 5 + 2) % facts)
    head = f"  - id: rule_{number}\n    title: Rule {number}\n    when:\n"
    tests = (
        f"      field.grade_{here}: {{at_least: level_{1 + number % 4}}}\n"
        f"      any_of: [{{field.grade_{other}: level_0}}, "
        f"{{field.grade_{third}: {{above: level_2}}}}]\n"
    )
    if number < facts:
        return head + tests + f"    conclude: {{found.{number}: yes}}\n"
    if number < 2 * facts:
        items = f"{{product: class, area: area_{number % AREAS}, acts_on: first, for: goal}}"
        return head + f"      found.{here}: yes\n" + f"    suggest: {items}\n"
    items = f"{{product: member_{number % MEMBERS}, area: area_{number % AREAS}}}"
    verb = ("caution", "avoid", "prefer", "exclude")[number % 4]
    return head + tests + f"      found.{other}: yes\n" + f"    {verb}: {items}\n"
