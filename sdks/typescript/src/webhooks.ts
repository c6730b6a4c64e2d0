import type { WebhookEvent } from './generated/events.js';

/** The message was not signed with this secret, or not now. */
export class InvalidSignature extends Error {
  override readonly name = 'InvalidSignature';
}

/** The headers of a request, as `fetch`'s `Headers` or as Node gives them. */
export type WebhookHeaders = Headers | Record<string, string | string[] | undefined>;

const TOLERANCE_SECONDS = 5 * 60;

/**
 * Tells whether a webhook came from Followthrough, by the rules of Standard Webhooks 1.0.0, and
 * gives its event. During a rotation a message carries two signatures; one that fits is enough.
 *
 * @param secret the endpoint's secret, `whsec_…`
 * @param headers the request's headers
 * @param body the body as it came, before any parsing
 * @throws InvalidSignature when a header is missing, no signature fits, or it is over 5 minutes old
 */
export async function verifyWebhook(secret: string, headers: WebhookHeaders, body: string): Promise<WebhookEvent> {
  const id = header(headers, 'webhook-id');
  const timestamp = header(headers, 'webhook-timestamp');
  const signatures = header(headers, 'webhook-signature');
  if (!id || !timestamp || !signatures) {
    throw new InvalidSignature('a webhook-id, webhook-timestamp or webhook-signature header is missing');
  }
  const age = Math.abs(Date.now() / 1000 - Number(timestamp));
  if (!(age <= TOLERANCE_SECONDS)) {
    throw new InvalidSignature('the timestamp is too far from now');
  }
  const key = await globalThis.crypto.subtle.importKey(
    'raw',
    base64(secret.replace(/^whsec_/, '')),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['verify'],
  );
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
  for (const signature of signatures.split(' ')) {
    const [version, value] = signature.split(',');
    if (version === 'v1' && value && (await fits(key, value, signed))) {
      return JSON.parse(body) as WebhookEvent;
    }
  }
  throw new InvalidSignature('no signature fits');
}

async function fits(key: CryptoKey, signature: string, signed: Uint8Array<ArrayBuffer>): Promise<boolean> {
  try {
    return await globalThis.crypto.subtle.verify('HMAC', key, base64(signature), signed);
  } catch {
    return false;
  }
}

function base64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function header(headers: WebhookHeaders, name: string): string | undefined {
  if (headers instanceof Headers) {
    return headers.get(name) ?? undefined;
  }
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}
