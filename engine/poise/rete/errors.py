"""How the second engine says no. In each case nothing was answered.

SecondEngineError
+-- SecondEngineLimit     the pack or the assessment does not fit into durable-rules
+-- ContradictionError    something was derived both surely true and surely false
+-- FaultError            durable-rules did what it never should
"""

from __future__ import annotations


class SecondEngineError(RuntimeError):
    """There is no answer from the second engine."""


class SecondEngineLimit(SecondEngineError):  # noqa: N818  a limit that is met is nobody's error
    """The second engine cannot hold this pack or this assessment."""

    def __init__(self, limit: str, allowed: object, found: object, where: str = "") -> None:
        at = f" in '{where}'" if where else ""
        super().__init__(f"{limit}: {found}{at}; the second engine holds at most {allowed}")
        self.limit, self.allowed, self.found, self.where = limit, allowed, found, where

    def located(self, where: str) -> SecondEngineLimit:
        """The same limit, met in this input."""
        return SecondEngineLimit(self.limit, self.allowed, self.found, where)


class ContradictionError(SecondEngineError):
    """Something was derived both surely true and surely false, so that no answer can be trusted."""


class FaultError(SecondEngineError):
    """durable-rules did what it never should."""
