"""Living documentation: what a pack says and what its scenarios say of it, as linked pages.

    run         runs the features, and keeps what became of each scenario
    relations   which rule speaks of what
    sentences   conditions and verbs in words, with the names they hold
    evidence    what a rule rests on, and what has to be looked at again
    exercise    the scenarios in which a rule fires, does not, or is open
    cards       what is declared of everything else
    rules       a rule as its page and the tables show it
    tables      statements and catalogue ids, each with its rules and scenarios
    book        all that the pages tell
    pages       every page there is
    site        renders them, and writes the folder

Everything on a page comes from the pack, from one run of its features, or from the day given.
"""
