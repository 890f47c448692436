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

from typing import TYPE_CHECKING

from poise.version import VERSION

if TYPE_CHECKING:
    from poise.assessment import Assessment
    from poise.engines import EngineDisagreement
    from poise.loading import PackError, load
    from poise.pack import AssessmentError, RulePack
    from poise.plan import Plan
    from poise.problems import Problem
else:
    # Types are checked against the imports above, so a misspelt name is told as ever.
    def __getattr__(name: str) -> object:
        """Public names are imported when they are first used: a command pays for its own."""
        import importlib

        if name not in _HOMES:
            raise AttributeError(f"module 'poise' has no attribute '{name}'")
        found = globals()[name] = getattr(importlib.import_module(_HOMES[name]), name)
        return found

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})


_HOMES = {
    "Assessment": "poise.assessment",
    "AssessmentError": "poise.pack",
    "EngineDisagreement": "poise.engines",
    "PackError": "poise.loading",
    "Plan": "poise.plan",
    "Problem": "poise.problems",
    "RulePack": "poise.pack",
    "load": "poise.loading",
}

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
