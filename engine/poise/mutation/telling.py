"""What mutation testing found, in words: a table by file, then the survivors in place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from poise.diff.shown import answers
from poise.diff.shown import lines as shown_lines
from poise.mutation.models import FileScore, MutantFound, Mutation
from poise.report.markdown import escaped

APART = "the smallest assessment that tells them apart"
HEAD = ("mutants", "killed", "survived", "equivalent", "stillborn", "score")


def text(told: Mutation) -> str:
    return "\n".join((*_table(told), "", *_survivors(told), *_apart(told), _summary(told)))


def markdown(told: Mutation) -> str:
    lines = [f"## Mutants of {told.pack}", "", f"| file | {' | '.join(HEAD)} |"]
    lines.append(f"|---|{'---:|' * len(HEAD)}")
    lines += [f"| {name} | {' | '.join(cells)} |" for name, cells in _rows(told)]
    lines.append("")
    for file, mutants in _by_file(told.of("survived")):
        lines += [f"### Survivors in {file}", ""]
        for one in mutants:
            lines += [f"- line {one.line}, {one.rule}: {one.how} ({_reached(one)})", ""]
            lines += ["  ```diff", f"  - {one.before}", f"  + {one.after}", "  ```"]
            lines += [f"  {line}".rstrip() for line in _differs_in_markdown(one)]
            lines.append("")
    return "\n".join((*lines, _summary(told)))


def percent(score: float | None) -> str:
    """Rounded down, so that 100 % means all."""
    return "-" if score is None else f"{int(score * 10) / 10:g} %"


def _rows(told: Mutation) -> Iterator[tuple[str, tuple[str, ...]]]:
    for one in (*told.files, told.total):
        yield one.file or "all", _cells(one)


def _cells(one: FileScore) -> tuple[str, ...]:
    counts = (one.mutants, one.killed, one.survived, one.equivalent, one.stillborn)
    return (*map(str, counts), percent(one.score))


def _table(told: Mutation) -> Iterator[str]:
    rows = list(_rows(told))
    width = max(len(name) for name, _ in rows)
    yield _line("", HEAD, width)
    yield from (_line(name, cells, width) for name, cells in rows)


def _line(name: str, cells: Sequence[str], width: int) -> str:
    padded = (cell.rjust(len(head)) for cell, head in zip(cells, HEAD, strict=True))
    return f"{name.ljust(width)}  {'  '.join(padded)}".rstrip()


def _survivors(told: Mutation) -> Iterator[str]:
    survivors = told.of("survived")
    if not survivors:
        return
    yield "Survivors: no scenario fails when a rule is changed like this"
    for one in survivors:
        yield ""
        yield f"{one.file}:{one.line}:{one.column}: {one.rule}: {one.kind}, {one.how}"
        yield f"  - {one.before}"
        yield f"  + {one.after}"
        yield f"    {_reached(one)}{'; ' + one.why if one.why else ''}"
        yield from (f"    {line}" for line in _differs(one))
    yield ""


def _reached(one: MutantFound) -> str:
    if not one.reached_by:
        return "no scenario reaches it"
    count = "1 scenario reaches" if one.reached_by == 1 else f"{one.reached_by} scenarios reach"
    return f"{count} it and hold{'s' if one.reached_by == 1 else ''} all the same"


def _differs(one: MutantFound) -> Iterator[str]:
    """What a scenario would have to say: the smallest assessment, and both plans' words."""
    if one.shown is not None:
        yield f"{APART}: {answers(one.shown)}"
        yield from (f"  {line}" for line in shown_lines(one.shown))


def _differs_in_markdown(one: MutantFound) -> Iterator[str]:
    if one.shown is not None:
        yield ""
        yield f"{APART}: {escaped(answers(one.shown))}"
        yield ""
        yield from (f"- {escaped(line)}" for line in shown_lines(one.shown))


def _apart(told: Mutation) -> Iterator[str]:
    for fate, words in (
        ("equivalent", "Equivalent, as proved: no assessment tells them apart"),
        ("stillborn", "Stillborn: the pack does not load with them"),
    ):
        listed = told.of(fate)  # type: ignore[arg-type]
        if listed:
            yield words
            for one in listed:
                yield f"  {one.file}:{one.line}:{one.column}: {one.rule}: {one.how}: {one.why}"
            yield ""


def _by_file(mutants: Iterable[MutantFound]) -> list[tuple[str, list[MutantFound]]]:
    found: dict[str, list[MutantFound]] = {}
    for one in mutants:
        found.setdefault(one.file, []).append(one)
    return list(found.items())


def _summary(told: Mutation) -> str:
    total = told.total
    counted = total.killed + total.survived
    drafts = f"; drafts of scenarios, which do not count: {told.drafted}" if told.drafted else ""
    if not counted:
        return f"{total.mutants} mutants, none of which could be killed{drafts}"
    return (
        f"{total.killed} of {counted} mutants are killed by {told.scenarios} scenarios: "
        f"{percent(told.score)}{drafts}"
    )
