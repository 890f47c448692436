"""The reference of a plan, from the models in `poise.plan`."""

from __future__ import annotations

from collections.abc import Mapping

from docs.generating.markup import page
from docs.generating.parts import parts_told
from poise.plan import SCHEMA, Plan

INTRODUCTION = f"""\
What `poise plan --format json` prints and `pack.plan(..)` returns: schema version `{SCHEMA}`. In
Python the fields have the same names, but for `from`, `for` and `schema`, which Python reserves or
pydantic uses: there they are `from_`, `for_` and `schema_`. Every list is a tuple, and nothing can
be changed.

Every field is always there. Text that has nothing to say is empty; a list of nothing is `[]`.

How far the schema is kept stable, and how to use it, stands in the
[tutorial for engineers](../tutorials/planning-app-engineer.md)."""

EVIDENCE = "the sources that it rests on; `sources` of the plan has their titles"
RULE = "the rule's id"

SAID: Mapping[str, str] = {
    "Plan.schema": "the version of this schema",
    "Plan.plan_id": "a digest of the pack, the assessment and the engine's version",
    "Plan.pack": "which rules",
    "Plan.engine": "which engines",
    "Plan.assessment": "which assessment",
    "Plan.candidacy": "in one word, whether treatment is a question now",
    "Plan.ready": "whether treatment may proceed and every line to be met before it is met",
    "Plan.findings": "what the rules found, in the pack's groups; absent findings are left out",
    "Plan.considerations": "planning considerations in force",
    "Plan.conflicts": "goals that pull against each other",
    "Plan.requests": "each request, answered by itself, in the order in which they were given",
    "Plan.items": "what was suggested or asked for, best first",
    "Plan.referrals": "to whom the patient is referred, most urgent first",
    "Plan.requirements": "what must be in place, line by line; what is before treatment first",
    "Plan.questions": "what would be worth knowing, most decisive first",
    "Plan.unanswered_safety": "safety facts that may apply and were not answered, asked or not",
    "Plan.schedule": "sessions and follow-ups with their dates",
    "Plan.expectations": "what the patient can expect",
    "Plan.notes": "what a reader must know of how the plan was made",
    "Plan.intended_use": "the pack's own words",
    "Plan.population": "the pack's own words",
    "Plan.limitations": "the pack's own words",
    "PackStamp.id": "the pack's id",
    "PackStamp.title": "the pack's title",
    "PackStamp.version": "the pack's version",
    "PackStamp.digest": "SHA-256 of everything that the pack says",
    "LocalChange.how": "what was done",
    "LocalChange.id": "its id",
    "LocalChange.title": "its title",
    "BaseStamp.id": "its id",
    "BaseStamp.title": "its title",
    "BaseStamp.version": "its version",
    "BaseStamp.digest": "SHA-256 of everything that it says",
    "BaseStamp.extends": "the pack that it extends itself; null for none",
    "PackStamp.sign_off": "who last signed the whole pack off; null where nobody did",
    "SignOffStamp.by": "who signed",
    "SignOffStamp.role": "in which role",
    "SignOffStamp.date": "when",
    "SignOffStamp.digest": "the digest of the pack that was signed",
    "EngineStamp.version": "the version of Poise",
    "AssessmentStamp.digest": "SHA-256 of all that was recorded; title and free text stand outside",
    "AssessmentStamp.date": "the day of the assessment, from which all time counts",
    "Candidacy.status": "the first that holds, in this order",
    "Candidacy.because": "the reason in words",
    "TestTrace.kind": "a test, or how `tests` are combined; `undetermined`: the pack says nothing",
    "TestTrace.result": "what came of it",
    "PlanArgument.title": "the rule's title",
    "PlanArgument.evidence": EVIDENCE,
    "PlanArgument.strength": "how strongly the rule is meant",
    "PlanArgument.certainty": "how certain its evidence is",
    "PlanArgument.catalogue": "the rule's ids in an outside catalogue",
    "FindingOnPlan.id": "the finding, with its side or area",
    "FindingOnPlan.group": "one of the pack's `finding_groups`",
    "FindingOnPlan.label": "what it is called",
    "FindingOnPlan.value": "its value in words; `at least .., perhaps up to ..` while it is open",
    "FindingOnPlan.holds": "whether it is established, or may be",
    "FindingOnPlan.arguments": "the rules that conclude it, or may",
    "Consideration.rule": RULE,
    "Consideration.title": "the rule's title",
    "Consideration.text": "the consideration",
    "Consideration.evidence": EVIDENCE,
    "Consideration.strength": "how strongly it is meant",
    "Conflict.goals": "the two goals",
    "Conflict.text": "what to do about it",
    "RequestAnswer.product": "what was asked for, as it was asked",
    "RequestAnswer.area": "where",
    "RequestAnswer.side": "empty for both sides",
    "RequestAnswer.for": "the goal; empty where none was said",
    "RequestAnswer.amount": "the amount with its unit; empty where none was said",
    "RequestAnswer.status": "of the best candidate that answers it",
    "RequestAnswer.because": "why",
    "CandidateOnPlan.product": "the member product",
    "CandidateOnPlan.label": "what it is called",
    "CandidateOnPlan.side": "`left` or `right`; empty in an area without sides",
    "CandidateOnPlan.for": "the goal; empty where none is said",
    "CandidateOnPlan.acts_on": "what it acts on",
    "CandidateOnPlan.status": "where it stands",
    "CandidateOnPlan.at_best": "where the sure arguments alone would leave it",
    "CandidateOnPlan.at_worst": "where all arguments that may hold would leave it",
    "CandidateOnPlan.label_status": "`labelled`, `off_label`, `not_approved` or `unknown`",
    "Lasting.from": "the shortest, in months",
    "Lasting.to": "the longest, in months",
    "Lasting.towards": "towards which end of the range this patient tends",
    "Lasting.because": "the reasons for that",
    "Lasting.evidence": EVIDENCE,
    "ReviewOnPlan.purpose": "what it is for",
    "ReviewOnPlan.rule": RULE,
    "ReviewOnPlan.evidence": "the sources that it rests on",
    "Item.product": "the product class",
    "Item.area": "the area",
    "Item.label": "both in words",
    "Item.status": "of its best candidate",
    "Item.at_best": "the best that its candidates can come to",
    "Item.at_worst": "the best that is left of them if all that may hold does",
    "Item.held_by": "what holds it; null where it is not on hold",
    "Item.acts_on": "a word of the pack's `acts_on_order`",
    "Item.for": "the goals that its leading candidates serve",
    "Item.asked_for": "whether it serves a stated goal, or was asked for by name",
    "Item.label_status": "of its leading candidates; `varies` where they differ",
    "Item.session": "in which session; null where it is not planned",
    "Item.lasts_months": "how long a result is expected to last; null where no rule says it",
    "Item.reviews": "its follow-ups, soonest first",
    "Item.candidates": "its options, best first",
    "Item.arguments": "what speaks for it, then what speaks against it, gravest first",
    "Item.expectations": "what the patient can expect of it",
    "Referral.to": "to whom",
    "Referral.urgency": "how soon; the most urgent of its reasons",
    "Referral.rule": "the first rule that refers there",
    "Referral.title": "the titles of all rules that do",
    "Referral.because": "the reasons of all rules that do",
    "Referral.evidence": EVIDENCE,
    "RequirementLine.text": "what must be in place, and what is recorded",
    "RequirementLine.status": "`by_hand`: no fact records it, so a person ticks it",
    "Requirement.rule": RULE,
    "Requirement.title": "the rule's title",
    "Requirement.status": "of all its lines together",
    "Requirement.lines": "each line by itself",
    "Requirement.evidence": EVIDENCE,
    "Question.label": "what is asked for, in a few words",
    "Question.ask": "the question in words",
    "Question.safety": "whether the fact is a safety fact",
    "Screen.group": "the group's name, as an assessment answers it: `GROUP: nothing_to_report`",
    "Screen.label": "the group's label",
    "Screen.by": "one answer for the group, or the clinic file",
    "Safety.about": "the fact, with its side or area",
    "Safety.ask": "the question in words",
    "Session.session": "its number, from 1",
    "Session.items": "`product/area` of each",
    "DatedReview.session": "the session that it follows",
    "DatedReview.from": "the soonest day",
    "DatedReview.to": "the latest day",
    "DatedReview.purpose": "what it is for",
    "DatedReview.items": "`product/area` of each",
    "Schedule.sessions": "in order",
    "Schedule.reviews": "by session, soonest first; none for what is only provisional",
    "Expectation.text": "in words",
    "Expectation.items": "`product/area` of each item that it is said of",
    "Expectation.rule": RULE,
    "Expectation.evidence": EVIDENCE,
}
"""What fields are that describe nothing themselves. A description in the model comes first."""

TITLES: Mapping[str, str] = {
    "Referral": "A referral, once, with every reason for it.",
    "RequirementLine": "One line of a requirement.",
    "Session": "One visit.",
    "DatedReview": "A follow-up with its days.",
    "Expectation": "What the patient can expect, and of which items it is said.",
    "Candidacy": "Whether treatment is a question now.",
    "SignOffStamp": "Who answers for the pack.",
    "PackStamp": "Which rules the plan was made with.",
    "EngineStamp": "What made the plan. Stands outside the canonical bytes, but for the version.",
    "AssessmentStamp": "Which assessment the plan was made for.",
}
"""What parts are that have no docstring."""


def plan_page() -> str:
    """The page."""
    told = parts_told(Plan, SAID, TITLES)
    return page("A plan, part by part", "`engine/poise/plan.py`", INTRODUCTION, *told)


__all__ = ["SAID", "TITLES", "plan_page"]
