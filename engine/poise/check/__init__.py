"""What is wrong with a pack although each of its files reads well."""
