"""Explanations: why, and why not. They read a case; nothing reads back."""
