from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Optional


@dataclass(frozen=True)
class FieldError:
    """A field that was refused: where it stands, and the rule that it breaks."""

    pointer: str
    rule: str
    detail: str


class Problem(Exception):
    """What the API refused, as it said it (RFC 9457).

    status: the HTTP status; kind: the kind of refusal without its path, such as ``missing-scope``; body: the whole
    answer, to which kinds may add members of their own; request_id: the id to name when you ask about this call.
    """

    def __init__(self, status: int, body: Dict[str, Any], request_id: Optional[str] = None) -> None:
        self.status = status
        self.body = body
        self.request_id = request_id
        self.kind: str = str(body.get("type", "about:blank")).rsplit("/", 1)[-1]
        self.title: str = str(body.get("title", ""))
        self.detail: Optional[str] = body.get("detail")
        self.errors: List[FieldError] = [
            FieldError(one.get("pointer", ""), one.get("rule", ""), one.get("detail", ""))
            for one in body.get("errors", [])
        ]
        lines = [f"{status} {self.title}" + (f": {self.detail}" if self.detail else "")]
        lines += [f"  {error.pointer}: {error.detail}" for error in self.errors]
        super().__init__("\n".join(lines))
