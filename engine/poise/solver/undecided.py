"""What a solver answers when it has no answer. Kept apart, so that saying so needs no solver."""


class UndecidedError(Exception):
    """The solver cannot decide, or what it found does not bear out; the text says which."""
