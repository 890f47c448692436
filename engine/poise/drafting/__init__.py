"""Scenarios that a pack's features lack, drafted for its authors to accept or correct.

    bases       the assessments that the features begin with
    ways        what the solver is asked: how what a rule does can be seen on a plan
    nearest     the fewest answers by which a base has to differ for that
    near        answers as near to the base, and to the thresholds, as does
    twins       the same on the other side of each threshold, and with no answer
    seen        of which treatment a plan shows what a rule does
    given       what differs from the base, as steps
    said        what the plan answers, as steps
    drafts      a rule's scenarios, each of them run before it is shown
    feature     the text of a feature

It needs the extras `poise[test]` and `poise[solver]`.
"""
