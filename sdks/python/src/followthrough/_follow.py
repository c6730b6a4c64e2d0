from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Iterable, Iterator, List, Optional, Tuple

from ._model import from_json
from ._problem import Problem
from ._transport import Transport
from .models import Event

# a sign of life comes every 15 seconds
_SILENCE = 40.0
_PAUSE = 1.0


@dataclass(frozen=True)
class Followed:
    """An event of the log, and its place there: with ``after`` a later follower goes on from it."""

    place: str
    event: Event


def follow(
    transport: Transport, type: Optional[List[str]], subject: Optional[str], after: Optional[str]
) -> Iterator[Followed]:
    place = after
    while True:
        try:
            headers = {"Last-Event-ID": place} if place else {}
            query = {"type": type, "subject": subject}
            with transport.open("/v1/events/stream", query, headers, _SILENCE) as response:
                for number, data in _messages(response):
                    place = number or place
                    if data and place:
                        yield Followed(place, from_json(Event, json.loads(data)))
        except Problem as refused:
            if refused.status < 500 and refused.status != 429:
                raise
        except OSError:
            pass
        transport.sleep(_PAUSE)


def _messages(lines: Iterable[bytes]) -> Iterator[Tuple[Optional[str], str]]:
    number: Optional[str] = None
    data: List[str] = []
    for raw in lines:
        line = raw.decode().rstrip("\r\n")
        if not line:
            yield number, "\n".join(data)
            number, data = None, []
        elif line.startswith("id:"):
            number = line[3:].strip()
        elif line.startswith("data:"):
            data.append(line[5:].removeprefix(" "))
