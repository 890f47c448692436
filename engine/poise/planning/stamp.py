"""Which rules a plan was made with: the pack, what it extends and changes, and who signed it."""

from __future__ import annotations

from collections.abc import Iterable

from poise.contents import BasePack, Change
from poise.pack import RulePack
from poise.plan import BaseStamp, LocalChange, PackStamp, SignOffStamp


def pack_stamp(pack: RulePack) -> PackStamp:
    head, contents = pack.head, pack.contents
    return PackStamp(
        id=head.id,
        title=head.title,
        version=head.version,
        digest=pack.digest,
        extends=_base(contents.base),
        changes=_changes(contents.changes),
        sign_off=_signed(pack),
        rules=sum(rule.stage == "active" for rule in pack.rules),
        rules_signed_off=len(pack.signatures.by_rule),
    )


def _base(base: BasePack | None) -> BaseStamp | None:
    if base is None:
        return None
    return BaseStamp(
        id=base.id,
        title=base.title,
        version=base.version,
        digest=base.digest,
        extends=_base(base.base),
        changes=_changes(base.changes),
    )


def _changes(made: Iterable[Change]) -> tuple[LocalChange, ...]:
    return tuple(
        LocalChange(how=one.how, what=one.what, id=one.id, title=one.title, reason=one.reason)
        for one in made
    )


def _signed(pack: RulePack) -> SignOffStamp | None:
    whole = pack.signatures.whole
    if whole is None:
        return None
    return SignOffStamp(
        by=whole.by,
        role=whole.role,
        date=whole.date,
        digest=whole.digest,
        valid=pack.signatures.valid,
    )
