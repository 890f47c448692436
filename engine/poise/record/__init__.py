"""Decision records: what was decided by which rules, kept so that nobody can change it unseen.

    import poise
    from poise.record import decide, keep, open_store

    pack = poise.load("rules")
    with open_store("decisions.db") as store:
        decided = decide(store, keep(pack, "rules"), assessment, case="A-17", role="clinician")

An extra: `pip install 'poise[record]'`. What cannot be done is told by a RecordError.
"""

from poise.record.decisions import Decided, decide
from poise.record.errors import RecordError
from poise.record.opening import open_store, read_store
from poise.record.packs import KeptPack, keep
from poise.record.store import Store
from poise.record.verify import Verdict, verify

__all__ = [
    "Decided",
    "KeptPack",
    "RecordError",
    "Store",
    "Verdict",
    "decide",
    "keep",
    "open_store",
    "read_store",
    "verify",
]
