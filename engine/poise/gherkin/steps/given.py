"""Given: what is recorded of the patient, and what the patient wishes for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from poise.gherkin.failures import StepError, problem_lines
from poise.gherkin.phrases import given
from poise.gherkin.story import Story
from poise.gherkin.words import Words
from poise.loading import load_or_problems

Table = Sequence[Sequence[str]] | None
HEAD = ["fact", "value"]


@given('the pack "FILE"')
def the_pack(poise_story: Story, file: str) -> Story:
    """The rules in this folder, looked for from the feature's folder upwards. Where no pack is
    named it is the one that the feature belongs to, or else the built-in one. It comes first."""
    if poise_story.answers or poise_story.requests:
        raise StepError("the pack is named after something was recorded; name it first")
    folder = _folder(poise_story, file)
    pack, problems = load_or_problems(folder)
    if pack is None:
        raise StepError(f"the pack '{file}' cannot be loaded", problem_lines(problems))
    return replace(poise_story, words=Words(pack))


def _folder(story: Story, name: str) -> Path:
    for above in (story.folder, *story.folder.parents):
        if (above / name / "pack.yaml").is_file():
            return above / name
    raise StepError(f"there is no pack '{name}' in the feature's folder or above it")


@given("an assessment[ of DATE]")
def an_assessment(poise_story: Story, date: str, datatable: Table = None) -> Story:
    """A new assessment, with a table `| fact | value |` of what is recorded. Where it names no
    day it is of the day on which the pack was released."""
    story = replace(poise_story, answers={}, requests=())
    return _with_table(story.dated(date) if date else story, datatable)


@given('the assessment "FILE"')
@given('WHO, as in "FILE"')
def the_assessment(poise_story: Story, file: str, datatable: Table = None) -> Story:
    """The assessment in a file, in place of all that was recorded before; a table
    `| fact | value |` may say what is otherwise. `somebody with
    nothing to report, as in "nothing.yaml"`."""
    return _with_table(poise_story.told_in(file), datatable)


@given("these answers")
def these_answers(poise_story: Story, datatable: Table = None) -> Story:
    """More answers, as a table `| fact | value |`."""
    if datatable is None:
        raise StepError("the answers are missing: put a table | fact | value | below the step")
    return _with_table(poise_story, datatable)


@given("STATEMENT")
def statement(poise_story: Story, statement: str) -> Story:
    """One answer more, or otherwise: `FACT is VALUE`. `Soil is acid`, `roots.depth on the left is
    deep`, `Water is not known`; a group of facts too: `soil is not known`."""
    return answer(poise_story, statement)


@given("the patient wishes for GOALS")
def wishes(poise_story: Story, goals: str) -> Story:
    """The patient's goals in their own order, in place of those before; `nothing in particular`
    where there are none."""
    if goals == "nothing in particular":
        return replace(poise_story, answers={**poise_story.answers, "goals": []})
    found = list(poise_story.words.goals(goals))
    return replace(poise_story, answers={**poise_story.answers, "goals": found})


@given('the patient asks for[ AMOUNT of] PRODUCT (in|for) the AREA[ on the SIDE][ for "GOAL"]')
def asks_for(
    poise_story: Story, amount: str, product: str, area: str, side: str, goal: str
) -> Story:
    """A treatment that the patient asks for by name, and what for."""
    words = poise_story.words
    request = {"product": words.product(product), "area": words.area(area)}
    if side:
        request["side"] = side
    if goal:
        request["for"] = words.goal(goal)
    if amount:
        request["amount"] = amount
    return replace(poise_story, requests=(*poise_story.requests, request))


@given("an earlier treatment with[ AMOUNT of] PRODUCT in the AREA[ on the SIDE] WHEN")
def earlier(
    poise_story: Story, amount: str, product: str, area: str, side: str, when: str
) -> Story:
    """A record of an earlier treatment, beside those already recorded."""
    words = poise_story.words
    record = {"product": words.product(product), "area": words.area(area)}
    if side:
        record["side"] = side
    if amount:
        record["amount"], record["unit"] = amount.split(" ", 1)
    day = poise_story.when(when)
    if day:
        record["date"] = day
    return poise_story.recorded(poise_story.treatments(), [record])


@given("FACT holds these records")
def records(poise_story: Story, fact: str, datatable: Table = None) -> Story:
    """Records, beside those already there: a table with a column for each field. An empty cell is
    not known."""
    if not datatable or len(datatable) < 2:
        raise StepError("the records are missing: put a table with their fields below the step")
    fields, *rows = datatable
    listed = [
        {field: cell for field, cell in zip(fields, row, strict=True) if cell} for row in rows
    ]
    return poise_story.recorded(poise_story.words.fact(fact).name, listed)


@given('the clinic file "FILE"')
def clinic(poise_story: Story, file: str) -> Story:
    """What is kept once for the clinic; the assessment goes before it where both speak."""
    return replace(poise_story, clinic=poise_story.file(file))


def answer(story: Story, statement: str) -> Story:
    """The story with one statement more; a label may itself hold an `is`."""
    splits = [
        (statement[: match.start()], statement[match.end() :])
        for match in re.finditer(r" (?:is|are) ", statement)
    ]
    groups = story.words.pack.vocabulary.groups
    for name, value in splits:
        if story.words.is_fact(name) or name in groups or name == "date":
            return story.answered(name, value)
    return story.answered(*splits[0])


def _with_table(story: Story, datatable: Table) -> Story:
    if datatable is None:
        return story
    head, *rows = datatable
    if list(head) != HEAD:
        raise StepError(f"the table begins with | {' | '.join(head)} |, not with | fact | value |")
    for name, value in rows:
        story = story.answered(name, value)
    return story
