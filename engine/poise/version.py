"""The engine's version, which plans and records carry."""

VERSION = "0.1.0"
