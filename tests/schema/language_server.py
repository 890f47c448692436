"""The yaml-language-server itself, spoken to over its standard input and output."""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PACKAGE = "yaml-language-server@1.25.0"
REPOSITORY = Path(__file__).resolve().parents[2]
CURSOR = "|"


class NotAvailableError(Exception):
    """The server cannot be had on this machine; says why."""


def installed() -> Path:
    """The server's script, installed once from the npm registry."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        raise NotAvailableError("node and npm are not installed")
    venv = REPOSITORY / ".venv"
    base = venv if venv.is_dir() else Path(tempfile.gettempdir()) / "poise-tests"
    folder = base / PACKAGE.replace("@", "-")
    script = folder / "node_modules/yaml-language-server/bin/yaml-language-server"
    if not script.is_file():
        base.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=base) as name:
            _install(Path(name))
            with contextlib.suppress(OSError):  # another process was first
                Path(name, "whole").rename(folder)
    return script


def _install(folder: Path) -> None:
    whole = folder / "whole"
    whole.mkdir()
    command = ["npm", "install", "--no-audit", "--no-fund", "--no-save", PACKAGE]
    try:
        done = subprocess.run(
            command, cwd=whole, capture_output=True, text=True, timeout=90, check=False
        )
    except subprocess.TimeoutExpired:
        raise NotAvailableError("the npm registry does not answer") from None
    if done.returncode:
        raise NotAvailableError(f"{PACKAGE} cannot be installed: {done.stderr.strip()[-200:]}")


@dataclass
class LanguageServer:
    """One running server, with files open that each have a schema."""

    script: Path
    folder: Path
    schemas: dict[str, dict[str, Any]]
    """By the name of a folder, the schema of the files in it."""
    _next: int = 0
    _opened: int = 0
    _diagnostics: dict[str, list[Any]] = field(default_factory=dict)

    def __enter__(self) -> LanguageServer:
        self._process = subprocess.Popen(
            ["node", str(self.script), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._ask("initialize", {"processId": None, "rootUri": None, "capabilities": _ABLE})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": self._settings()})
        for name in self.schemas:
            self.problems(name, "a: b\n")  # the server has read its settings and this schema
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self._ask("shutdown", None)
            self._tell("exit", None)
            self._process.wait(timeout=10)
        except (OSError, EOFError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            stream.close()

    def _settings(self) -> dict[str, Any]:
        associated = {}
        for name, schema in self.schemas.items():
            path = self.folder / f"{name}.schema.json"
            path.write_text(json.dumps(schema), encoding="utf-8")
            associated[path.as_uri()] = f"{name}/*.yaml"
        store = {"enable": False}
        return {
            "yaml": {
                "schemas": associated,
                "schemaStore": store,
                "validate": True,
                "hover": True,
                "completion": True,
            }
        }

    # --- what a lead sees --------------------------------------------------------------------

    def completions(self, name: str, text: str) -> dict[str, dict[str, Any]]:
        """What is offered at the cursor: label and item."""
        asked = self._at_cursor(name, text)
        found = self._ask("textDocument/completion", asked) or []
        items = found["items"] if isinstance(found, dict) else found
        return {item["label"]: item for item in items}

    def hover(self, name: str, text: str) -> str:
        """What is shown over the word before the cursor."""
        found = self._ask("textDocument/hover", self._at_cursor(name, text))
        return "" if found is None else str(found["contents"]["value"])

    def problems(self, name: str, text: str) -> list[tuple[int, str]]:
        """Every problem: its line, counted from 1, and what is said."""
        document = self._open(name, text)
        while document not in self._diagnostics:
            self._receive()
        found = self._diagnostics[document]
        return [(one["range"]["start"]["line"] + 1, one["message"]) for one in found]

    def _at_cursor(self, name: str, text: str) -> dict[str, Any]:
        before, _, after = text.partition(CURSOR)
        document = self._open(name, before + after)
        lines = before.split("\n")
        position = {"line": len(lines) - 1, "character": len(lines[-1])}
        return {"textDocument": {"uri": document}, "position": position}

    def _open(self, name: str, text: str) -> str:
        self._opened += 1
        document = (self.folder / name / f"{self._opened}.yaml").as_uri()
        item = {"uri": document, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": item})
        return document

    # --- the protocol ------------------------------------------------------------------------

    def _ask(self, method: str, params: Any) -> Any:
        self._next += 1
        number = self._next
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0"} | message).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        """One message; requests of the server are answered, diagnostics kept."""
        assert self._process.stdout is not None
        length = 0
        for line in self._headers():
            name, _, value = line.partition(":")
            if name.lower() == "content-length":
                length = int(value)
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        return message

    def _headers(self) -> Iterator[str]:
        assert self._process.stdout is not None
        while line := self._process.stdout.readline().decode().strip():
            yield line
        if not line and self._process.poll() is not None:
            raise EOFError("the language server ended")

    def _answer(self, message: dict[str, Any]) -> Any:
        """What the server asks of an editor: its settings."""
        if message["method"] != "workspace/configuration":
            return None
        settings = self._settings()
        items = message["params"]["items"]
        return [settings.get(item.get("section", ""), {}) for item in items]


_ABLE = {
    "textDocument": {
        "completion": {
            "completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}
        },
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
    "workspace": {"configuration": True, "didChangeConfiguration": {}},
}
