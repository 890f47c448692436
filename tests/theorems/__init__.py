"""The eight theorems of the rule language, tested on generated packs and assessments."""
