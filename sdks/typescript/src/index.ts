import { Operations } from './generated/api.js';
import { follow, type Followed, type FollowOptions } from './follow.js';
import { type ClientOptions, Transport } from './transport.js';

/**
 * A client of Followthrough. It repeats what failed on the way, gives every `POST` an idempotency
 * key, and reads what it wrote.
 *
 * ```ts
 * const client = new Followthrough({ baseUrl: 'http://127.0.0.1:8080', token });
 * const ada = await client.contacts.create({ name: 'Ada Lovelace' });
 * for await (const contact of client.contacts.list({ circle: 'inner' })) console.log(contact.name);
 * ```
 */
export class Followthrough extends Operations {
  constructor(options: ClientOptions) {
    super(new Transport(options));
  }

  /** Every event as it happens; ends when `signal` aborts. */
  follow(options: FollowOptions = {}): AsyncGenerator<Followed, void, undefined> {
    return follow(this.transport, options);
  }
}

export { Problem } from './problem.js';
export { Listing, type Page } from './listing.js';
export { answerOf, type Answer, type CallOptions, type ClientOptions, type TokenSource } from './transport.js';
export { InvalidSignature, verifyWebhook, type WebhookHeaders } from './webhooks.js';
export type { Followed, FollowOptions } from './follow.js';
export type { WebhookEvent } from './generated/events.js';
export * as model from './generated/models.js';
export type * from './generated/models.js';
