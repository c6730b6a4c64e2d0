import base64
import hashlib
import hmac
import json
import threading
import time
import unittest
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from followthrough import Followthrough, InvalidSignature, Options, Problem, models, verify_webhook

ID = uuid.UUID("0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3")
ADA = {"id": str(ID), "name": "Ada", "circle": "inner", "createdAt": "2026-03-30T09:00:00Z"}


class PlayedApi(BaseHTTPRequestHandler):
    """Answers as a test tells it to, and keeps what it was asked."""

    def _answer(self):
        length = int(self.headers.get("Content-Length", 0))
        body = self.rfile.read(length).decode()
        self.server.asked.append((self.command, self.path, self.headers, body))
        status, said, headers = self.server.answers.pop(0)
        payload = (said if isinstance(said, str) else json.dumps(said)).encode()
        self.send_response(status)
        kind = "application/json" if status < 300 else "application/problem+json"
        for name, value in {"Content-Type": kind, "Content-Length": str(len(payload)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(payload)

    do_GET = do_POST = do_PATCH = do_DELETE = _answer

    def log_message(self, *_):
        pass


class ClientTest(unittest.TestCase):
    def setUp(self):
        self.api = ThreadingHTTPServer(("127.0.0.1", 0), PlayedApi)
        self.api.asked, self.api.answers = [], []
        threading.Thread(target=self.api.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.api.server_port}"
        self.client = Followthrough(self.address + "/", "secret")
        self.pauses = []
        self.client._transport.sleep = self.pauses.append

    def tearDown(self):
        self.api.shutdown()
        self.api.server_close()

    def says(self, status, body, **headers):
        self.api.answers.append((status, body, {name.replace("_", "-"): value for name, value in headers.items()}))

    def header(self, name):
        return [headers.get(name) for _, _, headers, _ in self.api.asked]

    def test_a_call_says_what_it_wants_and_reads_what_it_gets(self):
        self.says(201, ADA, ETag='"1"', Location=f"/v1/contacts/{ID}")
        ada = self.client.contacts.create(models.ContactFields(name="Ada", circle=models.Circle.INNER))
        self.assertEqual(ada.id, ID)
        self.assertEqual(ada.circle, models.Circle.INNER)
        self.assertEqual(ada.created_at.isoformat(), "2026-03-30T09:00:00+00:00")
        self.assertIsNone(ada.organisation)
        self.assertEqual(ada.answer.etag, '"1"')
        method, target, headers, body = self.api.asked[0]
        self.assertEqual((method, target), ("POST", "/v1/contacts"))
        self.assertEqual(json.loads(body), {"name": "Ada", "circle": "inner"})
        self.assertEqual(headers["Authorization"], "Bearer secret")

    def test_a_repeat_carries_the_same_idempotency_key(self):
        self.says(503, {}, Retry_After="7")
        self.says(429, {})
        self.says(201, ADA)
        self.client.contacts.create({"name": "Ada"})
        keys = self.header("Idempotency-Key")
        self.assertEqual(len(keys), 3)
        self.assertEqual(len(set(keys)), 1)
        self.assertIsNotNone(keys[0])
        self.assertEqual(self.pauses[0], 7)
        self.assertTrue(0.5 <= self.pauses[1] <= 1.0)

    def test_what_was_written_is_waited_for_by_the_next_call(self):
        self.says(201, ADA, Followthrough_Position="contacts.12")
        self.says(200, ADA, Followthrough_Position="contacts.11")
        self.says(200, ADA)
        self.client.contacts.create({"name": "Ada"})
        self.client.contacts.get(ID)
        self.client.contacts.get(ID)
        self.assertEqual(self.header("Followthrough-Position"), [None, "contacts.12", "contacts.12"])

    def test_a_patch_clears_a_field_that_is_none_and_leaves_the_others(self):
        self.says(200, ADA)
        self.client.contacts.change(ID, models.ContactPatch(organisation=None), options=Options(if_match='"1"'))
        _, _, headers, body = self.api.asked[0]
        self.assertEqual(json.loads(body), {"organisation": None})
        self.assertEqual(headers["Content-Type"], "application/merge-patch+json")
        self.assertEqual(headers["If-Match"], '"1"')

    def test_a_list_is_read_page_by_page(self):
        self.says(200, {"items": [ADA, ADA], "nextCursor": "a b"})
        self.says(200, {"items": [ADA]})
        names = [contact.name for contact in self.client.contacts.list(circle="inner")]
        self.assertEqual(names, ["Ada"] * 3)
        targets = [target for _, target, _, _ in self.api.asked]
        self.assertEqual(targets, ["/v1/contacts?circle=inner", "/v1/contacts?circle=inner&cursor=a+b"])

    def test_a_refusal_names_each_field_and_rule(self):
        body = {
            "type": "/problems/invalid-request",
            "title": "Invalid request",
            "status": 400,
            "errors": [{"pointer": "/name", "rule": "required", "detail": "is missing"}],
        }
        self.says(400, body, X_Request_Id="r-1")
        with self.assertRaises(Problem) as refused:
            self.client.contacts.create({})
        self.assertEqual(refused.exception.status, 400)
        self.assertEqual(refused.exception.kind, "invalid-request")
        self.assertEqual(refused.exception.request_id, "r-1")
        self.assertEqual(refused.exception.errors[0].pointer, "/name")
        self.assertIn("/name: is missing", str(refused.exception))

    def test_what_is_not_a_problem_of_ours_is_told_by_its_status(self):
        self.says(404, "<html>", Content_Type="text/html")
        with self.assertRaises(Problem) as refused:
            self.client.contacts.get(ID)
        self.assertEqual(refused.exception.status, 404)

    def test_a_refused_token_is_asked_for_anew_once(self):
        stale = []

        def token(old):
            stale.append(old)
            return "new" if old else "old"

        self.says(401, {})
        self.says(200, ADA)
        Followthrough(self.address, token).contacts.get(ID)
        self.assertEqual(stale, [False, True])
        self.assertEqual(self.header("Authorization"), ["Bearer old", "Bearer new"])

    def test_a_word_that_is_newer_than_the_sdk_breaks_nothing(self):
        self.says(200, {**ADA, "circle": "outer", "mood": "fine"})
        ada = self.client.contacts.get(ID)
        self.assertEqual(ada.circle, "outer")
        self.assertEqual(ada.unknown_members, {"mood": "fine"})

    def test_a_time_without_a_zone_is_refused_before_it_is_sent(self):
        from datetime import datetime

        with self.assertRaises(ValueError):
            self.client.agreements.change(ID, models.AgreementPatch(due_at=datetime(2026, 3, 30)))

    def test_the_event_stream_goes_on_after_the_last_event(self):
        def block(place):
            return f"id: {place}\nevent: contact.added\ndata: {json.dumps({'id': str(ID), 'type': 'contact.added'})}\n\n"

        self.says(200, ": alive\n\n" + block(4), Content_Type="text/event-stream")
        self.says(200, block(5), Content_Type="text/event-stream")
        stream = self.client.follow(type=["contact.*"], after="3")
        self.assertEqual([next(stream).place, next(stream).place], ["4", "5"])
        self.assertEqual(self.header("Last-Event-ID"), ["3", "4"])

    def test_a_webhook_is_verified_as_the_standard_says(self):
        secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
        body = json.dumps({"type": "agreement.closed", "timestamp": "2026-03-30T09:00:00Z", "data": {"sequence": 3}})

        def headers(timestamp):
            signed = f"msg_1.{timestamp}.{body}".encode()
            digest = hmac.new(base64.b64decode(secret[6:]), signed, hashlib.sha256).digest()
            return {
                "Webhook-Id": "msg_1",
                "Webhook-Timestamp": str(timestamp),
                "Webhook-Signature": "v1,b2xk v1," + base64.b64encode(digest).decode(),
            }

        now = int(time.time())
        event = verify_webhook(secret, headers(now), body)
        self.assertIsInstance(event, models.AgreementClosedEvent)
        self.assertEqual(event.data.sequence, 3)
        for wrong, text in [(headers(now), body + " "), (headers(now - 301), body), ({}, body)]:
            with self.assertRaises(InvalidSignature):
                verify_webhook(secret, wrong, text)


if __name__ == "__main__":
    unittest.main()
