"""Followthrough: keep what was promised after a meeting.

    from followthrough import Followthrough, models

    client = Followthrough("http://127.0.0.1:8080", token)
    ada = client.contacts.create(models.ContactFields(name="Ada Lovelace"))
    for contact in client.contacts.list(circle="inner"):
        print(contact.name)
"""

from __future__ import annotations

from typing import Iterator, List, Optional

from . import models
from ._api import Operations
from ._follow import Followed, follow
from ._listing import Listing, Page
from ._model import ABSENT, Answer
from ._problem import FieldError, Problem
from ._transport import Options, TokenSource, Transport
from ._webhooks import InvalidSignature, verify_webhook

__version__ = "0.1.0"
__all__ = [
    "ABSENT",
    "Answer",
    "FieldError",
    "Followed",
    "Followthrough",
    "InvalidSignature",
    "Listing",
    "Options",
    "Page",
    "Problem",
    "models",
    "verify_webhook",
]


class Followthrough(Operations):
    """A client. It repeats what failed on the way, gives every POST an idempotency key, and reads what it wrote.

    base_url: where the API is, without a path; token: a bearer token, or a function that gives one and is called with
    True when the last one was refused; retries: how often a call is tried again after 429, 502, 503, 504 or a broken
    connection; timeout: how long one try may take, in seconds. Safe to share between threads.
    """

    def __init__(self, base_url: str, token: TokenSource, *, retries: int = 4, timeout: float = 30.0) -> None:
        self._transport = Transport(base_url, token, retries, timeout)
        super().__init__(self._transport)

    def follow(
        self, *, type: Optional[List[str]] = None, subject: Optional[str] = None, after: Optional[str] = None
    ) -> Iterator[Followed]:
        """Every event as it happens (Server-Sent Events), for ever.

        A connection that ends is opened again after the last event that was given: none is missed, none comes twice.
        """
        return follow(self._transport, type, subject, after)
