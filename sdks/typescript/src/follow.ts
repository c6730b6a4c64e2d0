import { Problem } from './problem.js';
import { sleep, type Transport } from './transport.js';
import type { Event } from './generated/models.js';

export interface FollowOptions {
  /** Only these types, or patterns of them: `commitment.*`. */
  type?: string[];
  /** Only what is about this: `contact/…`. */
  subject?: string;
  /** The place in the log after which to begin; without one, with what happens from now on. */
  after?: string;
  signal?: AbortSignal;
}

/** An event of the log, and its place there: with `after` a later follower goes on from it. */
export interface Followed {
  place: string;
  event: Event;
}

const PAUSE_MS = 1_000;

/**
 * Every event as it happens (Server-Sent Events). A connection that ends is opened again after the
 * last event that was given, so that none is missed and none comes twice.
 */
export async function* follow(transport: Transport, options: FollowOptions): AsyncGenerator<Followed, void, undefined> {
  let place = options.after;
  for (;;) {
    try {
      const headers: Record<string, string> = { Accept: 'text/event-stream' };
      if (place) {
        headers['Last-Event-ID'] = place;
      }
      const query = { type: options.type, subject: options.subject };
      const response = await transport.open('/v1/events/stream', query, headers, options.signal);
      for await (const message of messages(response)) {
        if (message.id) {
          place = message.id;
        }
        if (message.data && place) {
          yield { place, event: JSON.parse(message.data) as Event };
        }
      }
    } catch (failure) {
      const refused = failure instanceof Problem && failure.status < 500 && failure.status !== 429;
      if (refused || options.signal?.aborted) {
        throw failure;
      }
    }
    await sleep(PAUSE_MS, options.signal);
  }
}

interface Message {
  id?: string;
  data: string;
}

async function* messages(response: Response): AsyncGenerator<Message, void, undefined> {
  let buffered = '';
  let message: Message = { data: '' };
  const decoder = new TextDecoder();
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    buffered += decoder.decode(chunk, { stream: true });
    const lines = buffered.split(/\r\n|\n|\r(?!$)/);
    buffered = lines.pop() ?? '';
    for (const line of lines) {
      if (line === '') {
        yield message;
        message = { data: '' };
      } else if (line.startsWith('id:')) {
        message.id = line.slice(3).trimStart();
      } else if (line.startsWith('data:')) {
        message.data += (message.data ? '\n' : '') + line.slice(5).replace(/^ /, '');
      }
    }
  }
}
