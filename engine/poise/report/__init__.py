"""A plan told to people: in a terminal, and in Markdown. Reads a plan; nothing reads back."""
