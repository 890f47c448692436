"""Reads a folder of YAML into what a pack says; every mistake is a located problem."""
