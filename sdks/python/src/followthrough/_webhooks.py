from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import time
from typing import Any, Mapping, Union

from ._events import EVENTS
from ._model import Model, from_json

_TOLERANCE_SECONDS = 5 * 60


class InvalidSignature(Exception):
    """The message was not signed with this secret, or not now."""


def verify_webhook(secret: str, headers: Mapping[str, str], body: Union[str, bytes]) -> Model:
    """Tells whether a webhook came from Followthrough (Standard Webhooks 1.0.0), and gives its event.

    During a rotation a message carries two signatures; one that fits is enough. An event of a type that this version
    does not know comes as a ``models.Event`` without an id.

    secret: the endpoint's, ``whsec_…``; headers: the request's; body: as it came, before any parsing.

    Raises InvalidSignature when a header is missing, no signature fits, or it is over 5 minutes old.
    """
    given = {name.lower(): value for name, value in headers.items()}
    try:
        message_id, timestamp = given["webhook-id"], given["webhook-timestamp"]
        signatures = given["webhook-signature"].split(" ")
    except KeyError as missing:
        raise InvalidSignature(f"the header {missing} is missing") from None
    if not timestamp.isdigit() or abs(time.time() - int(timestamp)) > _TOLERANCE_SECONDS:
        raise InvalidSignature("the timestamp is too far from now")
    payload = body.encode() if isinstance(body, str) else body
    try:
        key = base64.b64decode(secret[6:] if secret.startswith("whsec_") else secret, validate=True)
    except (binascii.Error, ValueError):
        raise InvalidSignature("the secret is no whsec_… secret") from None
    signed = f"{message_id}.{timestamp}.".encode() + payload
    expected = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    if not any(hmac.compare_digest(expected.encode(), one.encode()) for one in signatures):
        raise InvalidSignature("no signature fits")
    event: Any = json.loads(payload)
    return from_json(EVENTS.get(event.get("type"), _unknown()), event)


def _unknown() -> Any:
    from .models import Event

    return Event
