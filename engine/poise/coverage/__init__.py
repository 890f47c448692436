"""What scenarios exercise of a pack: its rules, their test lines, and the thresholds in them."""
