from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, Generic, Iterator, List, Optional, Type, TypeVar

from ._model import from_json
from ._transport import Call, Transport

T = TypeVar("T")


@dataclass(frozen=True)
class Page(Generic[T]):
    """One part of a list; ``next_cursor`` says where the next begins and is None on the last."""

    items: List[T]
    next_cursor: Optional[str]


class Listing(Generic[T]):
    """A list that is read part by part: iterate over every item, or take ``page()`` or ``pages()``."""

    def __init__(self, transport: Transport, call: Call, item: Type[T]) -> None:
        self._transport = transport
        self._call = call
        self._item = item

    def page(self) -> Page[T]:
        """The first page, or the one that ``cursor`` names."""
        return self._fetch(self._call)

    def pages(self) -> Iterator[Page[T]]:
        """The pages one after the other, each fetched when it is asked for."""
        call = self._call
        while True:
            page = self._fetch(call)
            yield page
            if page.next_cursor is None:
                return
            call = call.at(page.next_cursor)

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            yield from page.items

    def _fetch(self, call: Call) -> Page[T]:
        body: Dict[str, Any] = self._transport.call(call, Dict[str, Any])
        return Page([from_json(self._item, one) for one in body["items"]], body.get("nextCursor"))
