"""Sends calls: token, repeats, positions and problems in one place."""

from __future__ import annotations

import email.utils
import http.client
import json
import random
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from dataclasses import dataclass, field, replace
from typing import Any, Callable, Dict, List, Optional, Tuple, Union

from ._model import Answer, Model, from_json, to_json
from ._problem import Problem

#: A bearer token, or where to get one: called with True when the last one was refused.
TokenSource = Union[str, Callable[[bool], str]]

_RETRIED = {429, 502, 503, 504}
_LONGEST_PAUSE = 60.0


@dataclass(frozen=True)
class Options:
    """What a call can say beside its arguments.

    idempotency_key: without one, each POST gets its own; if_match: the ``etag`` that was read, so that a change in
    between is a 412; request_id: an id for this request, for your own logs.
    """

    idempotency_key: Optional[str] = None
    if_match: Optional[str] = None
    request_id: Optional[str] = None


@dataclass(frozen=True)
class Call:
    method: str
    path: str
    query: Dict[str, Any]
    accept: str
    headers: Dict[str, str] = field(default_factory=dict)
    body: Optional[bytes] = None

    def at(self, cursor: str) -> "Call":
        return replace(self, query={**self.query, "cursor": cursor})


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


class Transport:
    """Safe to share between threads."""

    def __init__(self, base_url: str, token: TokenSource, retries: int = 4, timeout: float = 30.0) -> None:
        self._base = base_url.rstrip("/")
        self._token = token
        self._retries = retries
        self._timeout = timeout
        self._positions: Dict[str, int] = {}
        self._lock = threading.Lock()
        self._opener = urllib.request.build_opener(_NoRedirects())
        self.sleep: Callable[[float], None] = time.sleep

    def prepare(
        self,
        method: str,
        path_template: str,
        *,
        path: Dict[str, Any],
        query: Dict[str, Any],
        accept: str,
        body: Any = None,
        content_type: Optional[str] = None,
        options: Optional[Options] = None,
    ) -> Call:
        options = options or Options()
        filled = path_template
        for name, value in path.items():
            filled = filled.replace("{" + name + "}", urllib.parse.quote(str(value), safe=""))
        headers: Dict[str, str] = {}
        sent: Optional[bytes] = None
        if body is not None:
            headers["Content-Type"] = content_type or "application/json"
            text = json.dumps(to_json(body)) if "json" in headers["Content-Type"] else str(body)
            sent = text.encode()
        if method == "POST":
            headers["Idempotency-Key"] = options.idempotency_key or str(uuid.uuid4())
        if options.if_match:
            headers["If-Match"] = options.if_match
        if options.request_id:
            headers["X-Request-Id"] = options.request_id
        return Call(method, filled, query, accept, headers, sent)

    def call(self, call: Call, kind: Any) -> Any:
        status, headers, payload = self._send(call)
        if status == 204 or kind is type(None):
            return None
        if "json" not in (headers.get("Content-Type") or ""):
            return payload.decode()
        result = from_json(kind, json.loads(payload))
        if isinstance(result, Model):
            result._answer = Answer(status, headers.get("ETag"), headers.get("Location"), headers.get("X-Request-Id"))
        return result

    def open(self, path: str, query: Dict[str, Any], headers: Dict[str, str], timeout: float) -> http.client.HTTPResponse:
        """An answer as it comes, for streams; a refusal raises Problem."""
        call = Call("GET", path, query, "text/event-stream", headers)
        try:
            return self._open(call, False, timeout)
        except urllib.error.HTTPError as refused:
            if refused.code != 401 or not callable(self._token):
                raise _problem(refused) from None
        try:
            return self._open(call, True, timeout)
        except urllib.error.HTTPError as refused:
            raise _problem(refused) from None

    def _send(self, call: Call) -> Tuple[int, Any, bytes]:
        stale = False
        tried = 0
        while True:
            try:
                with self._open(call, stale, self._timeout) as response:
                    return response.status, response.headers, response.read()
            except urllib.error.HTTPError as refused:
                if refused.code == 401 and not stale and callable(self._token):
                    refused.close()
                    stale = True
                    continue
                if refused.code not in _RETRIED or tried >= self._retries:
                    raise _problem(refused) from None
                pause = _retry_after(refused.headers.get("Retry-After"))
                refused.close()
            except (OSError, http.client.HTTPException):
                if tried >= self._retries:
                    raise
                pause = None
            self.sleep(_back_off(tried) if pause is None else pause)
            tried += 1

    def _open(self, call: Call, stale: bool, timeout: float) -> http.client.HTTPResponse:
        token = self._token(stale) if callable(self._token) else self._token
        headers = {**call.headers, "Accept": call.accept, "Authorization": f"Bearer {token}"}
        with self._lock:
            if self._positions:
                headers["Followthrough-Position"] = ", ".join(f"{s}.{p}" for s, p in self._positions.items())
        pairs: List[Tuple[str, str]] = []
        for name, value in call.query.items():
            for one in value if isinstance(value, (list, tuple)) else [value]:
                if one is not None:
                    plain = to_json(one)
                    pairs.append((name, str(plain).lower() if isinstance(plain, bool) else str(plain)))
        url = self._base + call.path + ("?" + urllib.parse.urlencode(pairs) if pairs else "")
        request = urllib.request.Request(url, data=call.body, headers=headers, method=call.method)
        response = self._opener.open(request, timeout=timeout)
        self._remember(response.headers.get("Followthrough-Position"))
        return response

    def _remember(self, header: Optional[str]) -> None:
        """What was written is what the next call waits for."""
        for one in (header or "").split(","):
            service, _, at = one.strip().rpartition(".")
            if service and at.isdigit():
                with self._lock:
                    self._positions[service] = max(int(at), self._positions.get(service, -1))


def _problem(refused: urllib.error.HTTPError) -> Problem:
    with refused:
        payload = refused.read()
    try:
        body = json.loads(payload)
        if not isinstance(body, dict):
            raise ValueError
    except ValueError:
        # something between here and the API answered
        body = {"type": "about:blank", "title": refused.reason, "status": refused.code}
    return Problem(refused.code, body, refused.headers.get("X-Request-Id"))


def _back_off(tried: int) -> float:
    """Half a second, twice as long each time, up to 8 seconds, and between half and all of it."""
    return min(8.0, 0.5 * 2**tried) * random.uniform(0.5, 1.0)


def _retry_after(header: Optional[str]) -> Optional[float]:
    if not header:
        return None
    try:
        seconds = float(header) if header.isdigit() else email.utils.parsedate_to_datetime(header).timestamp() - time.time()
    except (TypeError, ValueError):
        return None
    return min(_LONGEST_PAUSE, max(0.0, seconds))
