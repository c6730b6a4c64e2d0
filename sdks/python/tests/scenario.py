"""The main job against a running stack, with a webhook receiver of its own: FOLLOWTHROUGH_URL and FOLLOWTHROUGH_TOKEN."""

import os
import queue
import threading
import uuid
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from followthrough import Followthrough, InvalidSignature, Options, Problem, models, verify_webhook

received = queue.Queue()


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        received.put((dict(self.headers), body))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


def refused(call):
    try:
        call()
    except Problem as problem:
        return problem
    raise AssertionError("it was not refused")


def main():
    receiver = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=receiver.serve_forever, daemon=True).start()
    client = Followthrough(os.environ["FOLLOWTHROUGH_URL"], os.environ["FOLLOWTHROUGH_TOKEN"])
    now = datetime.now(timezone.utc)

    endpoint = client.webhook_endpoints.create(
        models.WebhookEndpointFields(
            url=f"http://127.0.0.1:{receiver.server_port}/hooks", event_types=["commitment.delivered"]
        )
    )
    ada = client.contacts.create(models.ContactFields(name="Ada Lovelace", organisation="Analytical Engines"))
    changed = client.contacts.change(
        ada.id, models.ContactPatch(organisation=None), options=Options(if_match=ada.answer.etag)
    )
    assert changed.organisation is None and changed.name == "Ada Lovelace"
    stale = refused(
        lambda: client.contacts.change(
            ada.id, models.ContactPatch(role="Analyst"), options=Options(if_match=ada.answer.etag)
        )
    )
    assert stale.status == 412, stale

    meeting = client.meetings.create(
        models.NewMeeting(
            kind=models.MeetingKind.ONE_ON_ONE,
            status=models.NewMeetingStatus.HELD,
            contact_ids=[ada.id],
            starts_at=now - timedelta(hours=2),
            ends_at=now - timedelta(hours=1),
        )
    )
    agreement = client.agreements.list(meeting_id=meeting.id).page().items[0]
    assert agreement.due_at == meeting.ends_at + timedelta(hours=168)
    mine = next(one for one in agreement.commitments if one.kind == "individual" and one.promiser == "owner")
    client.commitments.change(
        mine.id, models.CommitmentPatch(text="Send the article on gears", complexity=models.Complexity.SIMPLE)
    )
    client.commitments.promise(mine.id)
    delivered = client.commitments.deliver(mine.id, models.NewDelivery(note="sent"))
    assert delivered.status == models.CommitmentStatus.DELIVERED

    headers, body = received.get(timeout=30)
    event = verify_webhook(endpoint.secret, headers, body)
    assert isinstance(event, models.CommitmentDeliveredEvent) and event.data.commitment_id == mine.id
    try:
        verify_webhook(endpoint.secret, headers, body + b" ")
        raise AssertionError("a changed body was accepted")
    except InvalidSignature:
        pass

    tag = f"python-{uuid.uuid4()}"
    for number in range(5):
        client.contacts.create(models.ContactFields(name=f"Person {number}", tags=[tag]))
    listing = client.contacts.list(tag=tag, limit=2)
    assert len(listing.page().items) == 2
    assert len({contact.id for contact in listing}) == 5

    key = Options(idempotency_key=str(uuid.uuid4()))
    first = client.contacts.create(models.ContactFields(name="Once"), options=key)
    assert client.contacts.create(models.ContactFields(name="Once"), options=key).id == first.id

    invalid = refused(lambda: client.contacts.create({"name": "", "phone": "none"}))
    assert invalid.kind == "invalid-request", invalid
    assert {error.pointer for error in invalid.errors} == {"/name", "/phone"}, invalid
    assert refused(lambda: client.contacts.get(uuid.uuid4())).status == 404

    for followed in client.follow(type=["commitment.delivered"], after="0"):
        assert followed.event.data["commitmentId"] == str(mine.id)
        break
    client.webhook_endpoints.remove(endpoint.id)
    print("the main job is done, its webhook verified")


main()
