"""Poise: treatment decision support from declarative rules, with complete explanations.

    import poise

    pack = poise.load()                       # or poise.load("path/to/rules")
    plan = pack.plan({"date": "2026-11-22", ...})
    for item in plan.items:
        print(item.status, item.label)

What can go wrong, and carries everything that is to be said about it:

    PackError            a pack cannot be loaded: `.problems`
    AssessmentError      an assessment cannot be planned: `.problems`
    EngineDisagreement   the two engines differ: `.rule`, `.differences`, `.case`

It is decision support for licensed clinicians, never an order.
"""

from poise.assessment import Assessment
from poise.engines import EngineDisagreement
from poise.loading import PackError, load
from poise.pack import AssessmentError, RulePack
from poise.plan import Plan
from poise.problems import Problem
from poise.version import VERSION

__version__ = VERSION

__all__ = [
    "Assessment",
    "AssessmentError",
    "EngineDisagreement",
    "PackError",
    "Plan",
    "Problem",
    "RulePack",
    "__version__",
    "load",
]
