"""How models become JSON and come of it."""

from __future__ import annotations

import dataclasses
import functools
import sys
from datetime import date, datetime, timezone
from enum import Enum
from typing import Any, Dict, List, Optional, Type, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

T = TypeVar("T")


class Absent:
    """A field of a change that is left as it is; ``None`` clears it instead."""

    def __repr__(self) -> str:
        return "ABSENT"

    def __bool__(self) -> bool:
        return False


ABSENT = Absent()


def json_field(name: str, default: Any = dataclasses.MISSING) -> Any:
    """A field that is called ``name`` in JSON; without a default it is always there."""
    return dataclasses.field(default=default, metadata={"json": name})


@dataclasses.dataclass(kw_only=True)
class Model:
    """What goes in and comes out. Members of an answer that this version does not know are in ``unknown_members``."""

    def __post_init__(self) -> None:
        self._unknown: Dict[str, Any] = {}
        self._answer: Optional["Answer"] = None

    @property
    def unknown_members(self) -> Dict[str, Any]:
        return self._unknown

    @property
    def answer(self) -> Optional["Answer"]:
        """What came beside this body: its ``etag``, for a change that must not overwrite another's."""
        return self._answer

    def to_json(self) -> Dict[str, Any]:
        """As the API takes it: what is absent is left out, what is cleared is null."""
        return {
            field.metadata["json"]: to_json(value)
            for field in dataclasses.fields(self)
            for value in [getattr(self, field.name)]
            if value is not ABSENT and not (value is None and field.default is None)
        }


@dataclasses.dataclass(frozen=True)
class Answer:
    """What came beside an answer's body."""

    status: int
    etag: Optional[str]
    location: Optional[str]
    request_id: Optional[str]


def to_json(value: Any) -> Any:
    """A value of a model as JSON has it.

    Raises ValueError for a time without a zone: what it would mean is not said.
    """
    if isinstance(value, Model):
        return value.to_json()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError("a time needs its zone: datetime.now(timezone.utc)")
        return value.astimezone(timezone.utc).isoformat().replace("+00:00", "Z")
    if isinstance(value, (date, UUID)):
        return str(value)
    if isinstance(value, dict):
        return {key: to_json(one) for key, one in value.items()}
    if isinstance(value, (list, tuple, set)):
        return [to_json(one) for one in value]
    return value


def from_json(kind: Any, value: Any) -> Any:
    """A value of the type ``kind`` of what JSON has. A word that this version does not know stays a string."""
    if value is None or kind is Any:
        return value
    origin = get_origin(kind)
    if origin is Union:
        known = [one for one in get_args(kind) if one not in (type(None), Absent)]
        return from_json(known[0], value)
    if origin in (list, List):
        return [from_json(get_args(kind)[0], one) for one in value]
    if origin in (dict, Dict):
        return {key: from_json(get_args(kind)[1], one) for key, one in value.items()}
    if not isinstance(kind, type):
        return value
    if issubclass(kind, Model):
        return _model(kind, value)
    if issubclass(kind, Enum):
        return kind(value) if value in kind._value2member_map_ else value
    if kind is datetime:
        return datetime.fromisoformat(value.replace("Z", "+00:00"))
    if kind is date:
        return date.fromisoformat(value)
    if kind is UUID:
        return UUID(value)
    return float(value) if kind is float else value


def _model(kind: Type[T], value: Dict[str, Any]) -> T:
    rest = dict(value)
    hints = _hints(kind)
    given: Dict[str, Any] = {}
    for field in dataclasses.fields(kind):  # type: ignore[arg-type]
        name = field.metadata["json"]
        if name in rest:
            given[field.name] = from_json(hints[field.name], rest.pop(name))
        elif field.default is dataclasses.MISSING:
            given[field.name] = None
    model = kind(**given)
    model._unknown = rest  # type: ignore[attr-defined]
    return model


@functools.lru_cache(maxsize=None)
def _hints(kind: type) -> Dict[str, Any]:
    return get_type_hints(kind, vars(sys.modules[kind.__module__]))
