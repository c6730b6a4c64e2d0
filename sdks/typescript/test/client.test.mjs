import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { after, beforeEach, test } from 'node:test';
import { answerOf, Followthrough, InvalidSignature, Problem, verifyWebhook } from '../dist/index.js';

const id = '0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3';
const ada = { id, name: 'Ada', circle: 'inner', createdAt: '2026-03-30T09:00:00Z' };
let answers = [];
let asked = [];

const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  asked.push({ method: request.method, target: request.url, headers: request.headers, body });
  const said = answers.shift();
  if (!said) {
    response.destroy();
    return;
  }
  const type = said.status < 300 ? 'application/json' : 'application/problem+json';
  response.writeHead(said.status, { 'Content-Type': type, ...said.headers });
  response.end(typeof said.body === 'string' ? said.body : JSON.stringify(said.body));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
after(() => server.close());
const baseUrl = `http://127.0.0.1:${server.address().port}`;
const client = new Followthrough({ baseUrl: `${baseUrl}/`, token: 'secret' });

beforeEach(() => {
  answers = [];
  asked = [];
});

function says(status, body, headers = {}) {
  answers.push({ status, body, headers });
}

test('a call says what it wants and reads what it gets', async () => {
  says(201, ada, { ETag: '"1"', Location: `/v1/contacts/${id}` });
  const contact = await client.contacts.create({ name: 'Ada', circle: 'inner' });
  assert.equal(contact.name, 'Ada');
  assert.equal(answerOf(contact).etag, '"1"');
  assert.equal(`${asked[0].method} ${asked[0].target}`, 'POST /v1/contacts');
  assert.equal(asked[0].body, '{"name":"Ada","circle":"inner"}');
  assert.equal(asked[0].headers.authorization, 'Bearer secret');
});

test('a repeat after 503 or a broken connection carries the same idempotency key', async () => {
  says(503, {}, { 'Retry-After': '0' });
  says(201, ada);
  await client.contacts.create({ name: 'Ada' });
  assert.equal(asked.length, 2);
  assert.ok(asked[0].headers['idempotency-key']);
  assert.equal(asked[0].headers['idempotency-key'], asked[1].headers['idempotency-key']);
});

test('what was written is waited for by the next call', async () => {
  const own = new Followthrough({ baseUrl, token: 'secret' });
  says(201, ada, { 'Followthrough-Position': 'contacts.12' });
  says(200, ada, { 'Followthrough-Position': 'contacts.11' });
  says(200, ada);
  await own.contacts.create({ name: 'Ada' });
  await own.contacts.get(id);
  await own.contacts.get(id);
  assert.deepEqual(
    asked.map((one) => one.headers['followthrough-position']),
    [undefined, 'contacts.12', 'contacts.12'],
  );
});

test('a patch clears a field that is null and leaves the others', async () => {
  says(200, ada);
  await client.contacts.change(id, { organisation: null }, { ifMatch: '"1"' });
  assert.equal(asked[0].body, '{"organisation":null}');
  assert.equal(asked[0].headers['content-type'], 'application/merge-patch+json');
  assert.equal(asked[0].headers['if-match'], '"1"');
});

test('a list is read page by page', async () => {
  says(200, { items: [ada, ada], nextCursor: 'a b' });
  says(200, { items: [ada] });
  const names = [];
  for await (const contact of client.contacts.list({ circle: 'inner' })) names.push(contact.name);
  assert.deepEqual(names, ['Ada', 'Ada', 'Ada']);
  assert.deepEqual(
    asked.map((one) => one.target),
    ['/v1/contacts?circle=inner', '/v1/contacts?circle=inner&cursor=a+b'],
  );
});

test('awaiting a list gives its first page', async () => {
  says(200, { items: [ada], nextCursor: 'next' });
  const page = await client.contacts.list();
  assert.equal(page.nextCursor, 'next');
});

test('a refusal names each field and rule', async () => {
  const body = {
    type: '/problems/invalid-request',
    title: 'Invalid request',
    status: 400,
    instance: '/v1/contacts',
    errors: [{ pointer: '/name', rule: 'required', detail: 'is missing' }],
  };
  says(400, body, { 'X-Request-Id': 'r-1' });
  await assert.rejects(client.contacts.create({}), (refused) => {
    assert.ok(refused instanceof Problem);
    assert.equal(refused.status, 400);
    assert.equal(refused.kind, 'invalid-request');
    assert.equal(refused.requestId, 'r-1');
    assert.equal(refused.errors[0].pointer, '/name');
    return true;
  });
});

test('what is not a problem of ours is told by its status', async () => {
  says(404, '<html>', { 'Content-Type': 'text/html' });
  await assert.rejects(client.contacts.get(id), { name: 'Problem', status: 404 });
});

test('a refused token is asked for anew, once', async () => {
  const stale = [];
  const refreshing = new Followthrough({
    baseUrl,
    token: (old) => {
      stale.push(old);
      return old ? 'new' : 'old';
    },
  });
  says(401, {});
  says(200, ada);
  await refreshing.contacts.get(id);
  assert.deepEqual(stale, [false, true]);
  assert.equal(asked[1].headers.authorization, 'Bearer new');
});

test('the event stream goes on after the last event', async () => {
  const block = (place) => `id: ${place}\nevent: contact.added\ndata: ${JSON.stringify({ id, type: 'contact.added' })}\n\n`;
  says(200, `: alive\n\n${block(4)}`, { 'Content-Type': 'text/event-stream' });
  says(200, block(5), { 'Content-Type': 'text/event-stream' });
  const places = [];
  for await (const { place } of client.follow({ type: ['contact.*'], after: '3' })) {
    places.push(place);
    if (place === '5') break;
  }
  assert.deepEqual(places, ['4', '5']);
  assert.deepEqual(
    asked.map((one) => one.headers['last-event-id']),
    ['3', '4'],
  );
});

test('a webhook is verified as the standard says', async () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const body = JSON.stringify({ type: 'agreement.closed', timestamp: '2026-03-30T09:00:00Z', data: { sequence: 3 } });
  const sign = (timestamp) =>
    createHmac('sha256', Buffer.from(secret.slice(6), 'base64')).update(`msg_1.${timestamp}.${body}`).digest('base64');
  const headers = (timestamp) => ({
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,b2xk v1,${sign(timestamp)}`,
  });
  const now = Math.floor(Date.now() / 1000);
  const event = await verifyWebhook(secret, headers(now), body);
  assert.equal(event.type, 'agreement.closed');
  await assert.rejects(verifyWebhook(secret, headers(now), `${body} `), InvalidSignature);
  await assert.rejects(verifyWebhook(secret, headers(now - 301), body), InvalidSignature);
  await assert.rejects(verifyWebhook(secret, {}, body), InvalidSignature);
});
