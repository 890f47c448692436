"""The reference of a difference between two packs, from the models in `poise.diff.models`."""

from __future__ import annotations

from collections.abc import Mapping

from docs.generating.markup import page
from docs.generating.parts import parts_told
from poise.diff.models import SCHEMA, PackDiff

INTRODUCTION = f"""\
What `poise diff OLD NEW --format json` prints and `poise.diff.packs.compared` returns: schema
version `{SCHEMA}`. In Python the fields have the same names, but for `schema`, which is `schema_`
there. Every list is a tuple, and nothing can be changed.

Every field is always there. Text that has nothing to say is empty, a list of nothing is `[]`, and
`decisions` is null where no solver was asked.

How a difference is found stands under
[Every assessment at once](../explanation/solver.md#what-an-edit-decides-otherwise), and how it is
read in the [tutorial for the clinical lead](../tutorials/clinical-lead.md)."""

STOOD = "where it stood, or what was said; empty where it was not there"
STANDS = "where it stands, or what is said; empty where it is not there any more"

SAID: Mapping[str, str] = {
    "PackDiff.schema": "the version of this schema",
    "PackDiff.old": "the pack before",
    "PackDiff.new": "the pack after",
    "PackDiff.says": "what is written otherwise: rules, proofs and all the rest",
    "PackNamed.id": "the pack's id",
    "PackNamed.title": "the pack's title",
    "PackNamed.version": "the pack's version",
    "PackNamed.digest": "SHA-256 of everything that the pack means",
    "FieldChange.field": "the way to the field, such as `when / soil.dryness / at_least`",
    "FieldChange.before": "what it said; `listed` where an entry of a long list went",
    "FieldChange.after": "what it says; `listed` where an entry of a long list came",
    "Declared.how": "what became of it",
    "Declared.id": "its id",
    "Declared.title": "its title",
    "Declared.fields": "line by line, of what was changed",
    "Shift.label": "what it is called; empty where the field says it",
    "Shift.before": STOOD,
    "Shift.after": STANDS,
    "PlanDifference.file": "the assessment's file; empty where the solver found it",
    "PlanDifference.title": "the assessment's title",
    "PlanDifference.candidacy": "in one word, whether treatment is a question now",
    "PlanDifference.ready": "whether treatment may proceed and every line is met",
    "PlanDifference.items": "items that come, go, or stand otherwise",
    "PlanDifference.requests": "answers to what was asked for by name",
    "PlanDifference.findings": "what the rules found",
    "PlanDifference.referrals": "to whom the patient is referred, and how soon",
    "PlanDifference.checklist": "what must be in place",
    "PlanDifference.asks_now": "questions of the new plan alone",
    "PlanDifference.asks_no_more": "questions of the old plan alone",
    "Answered.fact": "the fact, with its side or area; `requests` for what is asked for by name",
    "Answered.label": "what it is called",
    "Answered.value": "the answer in words",
    "Shown.answers": "the same in words; those on which the change rests first",
    "Shown.plan": "where both plans differ",
    "Change.ids": "what was changed",
    "Change.title": "what it is called",
    "Change.verdict": "`differs`: plans stand otherwise on some assessment. `reasons`: it is "
    "proved that nothing stands otherwise on any, and reasons or questions differ on some. `same`: "
    "it is proved that no assessment can tell them apart. `words`: only texts changed",
    "Change.shown": "one for each manner in which plans move, smallest first",
    "Decisions.changes": "each by itself: rules first, then what they read",
    "Moved.label": "the item",
    "Moved.before": STOOD,
    "Moved.after": STANDS,
    "Moved.plans": "how many",
}
"""What fields are that describe nothing themselves. A description in the model comes first."""


def diff_page() -> str:
    """The page."""
    told = parts_told(PackDiff, SAID, {})
    return page("A difference, part by part", "`engine/poise/diff/models.py`", INTRODUCTION, *told)
