"""Gherkin for rule packs: steps that any pack is specified with, and no Python of its own.

    plugin      a pytest plugin: `pytest features/` turns every scenario into a test
    runner      the same from a program or the command line, for one pack and its features
    steps       the steps; each phrase is its own documentation
    coverage    which rules the scenarios saw fire, not fire, and open
    reference   the page that lists the steps

It needs the extra `poise[test]` (pytest and pytest-bdd).
"""
