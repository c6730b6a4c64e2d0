// The main job against a running stack, with a webhook receiver of its own: FOLLOWTHROUGH_URL and FOLLOWTHROUGH_TOKEN.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerOf, Followthrough, InvalidSignature, Problem, verifyWebhook } from '@followthrough/sdk';

const received: { headers: Record<string, string | string[] | undefined>; body: string }[] = [];
const receiver = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  received.push({ headers: request.headers, body });
  response.writeHead(204).end();
});
await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
const { port } = receiver.address() as AddressInfo;

async function refused(call: Promise<unknown>): Promise<Problem> {
  try {
    await call;
  } catch (problem) {
    if (problem instanceof Problem) return problem;
    throw problem;
  }
  throw new Error('it was not refused');
}

const client = new Followthrough({
  baseUrl: process.env['FOLLOWTHROUGH_URL']!,
  token: process.env['FOLLOWTHROUGH_TOKEN']!,
});
const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

const endpoint = await client.webhookEndpoints.create({
  url: `http://127.0.0.1:${port}/hooks`,
  eventTypes: ['commitment.delivered'],
});
const ada = await client.contacts.create({ name: 'Ada Lovelace', organisation: 'Analytical Engines' });
const etag = answerOf(ada)!.etag!;
const changed = await client.contacts.change(ada.id, { organisation: null }, { ifMatch: etag });
assert.equal(changed.organisation, undefined);
assert.equal(changed.name, 'Ada Lovelace');
assert.equal((await refused(client.contacts.change(ada.id, { role: 'Analyst' }, { ifMatch: etag }))).status, 412);

const meeting = await client.meetings.create({
  kind: 'oneOnOne',
  status: 'held',
  contactIds: [ada.id],
  startsAt: hoursAgo(2),
  endsAt: hoursAgo(1),
});
const agreement = (await client.agreements.list({ meetingId: meeting.id })).items[0]!;
assert.equal(Date.parse(agreement.dueAt) - Date.parse(meeting.endsAt), 168 * 3_600_000);
const mine = agreement.commitments.find((one) => one.kind === 'individual' && one.promiser === 'owner')!;
await client.commitments.change(mine.id, { text: 'Send the article on gears', complexity: 'simple' });
await client.commitments.promise(mine.id);
const delivered = await client.commitments.deliver(mine.id, { note: 'sent' });
assert.equal(delivered.status, 'delivered');

for (let waited = 0; received.length === 0 && waited < 30_000; waited += 50) {
  await new Promise((resolve) => setTimeout(resolve, 50));
}
const message = received[0]!;
const event = await verifyWebhook(endpoint.secret, message.headers, message.body);
assert.equal(event.type, 'commitment.delivered');
if (event.type === 'commitment.delivered') assert.equal(event.data.commitmentId, mine.id);
await assert.rejects(verifyWebhook(endpoint.secret, message.headers, `${message.body} `), InvalidSignature);

const tag = `typescript-${crypto.randomUUID()}`;
for (let number = 0; number < 5; number++) {
  await client.contacts.create({ name: `Person ${number}`, tags: [tag] });
}
assert.equal((await client.contacts.list({ tag, limit: 2 })).items.length, 2);
const ids = new Set<string>();
for await (const contact of client.contacts.list({ tag, limit: 2 })) ids.add(contact.id);
assert.equal(ids.size, 5);

const idempotencyKey = crypto.randomUUID();
const first = await client.contacts.create({ name: 'Once' }, { idempotencyKey });
assert.equal((await client.contacts.create({ name: 'Once' }, { idempotencyKey })).id, first.id);

const invalid = await refused(client.contacts.create({ name: '', phone: 'none' } as never));
assert.equal(invalid.kind, 'invalid-request');
assert.deepEqual(invalid.errors.map((error) => error.pointer).sort(), ['/name', '/phone']);
assert.equal((await refused(client.contacts.get(crypto.randomUUID()))).status, 404);

const stop = new AbortController();
for await (const followed of client.follow({ type: ['commitment.delivered'], after: '0', signal: stop.signal })) {
  assert.equal(followed.event.data['commitmentId'], mine.id);
  break;
}
await client.webhookEndpoints.remove(endpoint.id);
receiver.close();
receiver.closeAllConnections();
console.log('the main job is done, its webhook verified');
