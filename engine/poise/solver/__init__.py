"""The pack as the solver sees it: every assessment there can be, at once.

`World` says for each fact which states it may have, and derives from them, as z3 formulas, what
the evaluator derives from one assessment: measures, findings, rules, and where candidates stand.
What it says is tested against the evaluator; what it finds is turned into an assessment and
replayed through the evaluator before anybody sees it.

Needs the extra `poise[solver]`. Nothing that draws up plans imports this package.
"""
