"""Decision records: what is written, what is found when it was changed, what survives."""
