"""Mutation testing of a pack: which small changes of its rules would no scenario notice?"""
