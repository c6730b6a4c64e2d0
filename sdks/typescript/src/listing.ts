import type { Call, CallOptions, Transport } from './transport.js';

/** One part of a list. */
export interface Page<T> {
  items: T[];
  /** Where the next part begins; absent on the last. */
  nextCursor?: string;
}

/**
 * A list that is read part by part. `await` gives its first page; `for await` gives every item, and
 * fetches the pages as they are needed.
 */
export class Listing<T> implements PromiseLike<Page<T>>, AsyncIterable<T> {
  constructor(
    private readonly transport: Transport,
    private readonly call: Call,
    private readonly options: CallOptions,
  ) {}

  then<A = Page<T>, B = never>(
    resolved?: ((page: Page<T>) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.transport.call<Page<T>>(this.call, this.options).then(resolved, rejected);
  }

  /** The pages one after the other. */
  async *pages(): AsyncGenerator<Page<T>, void, undefined> {
    let query = this.call.query as Record<string, unknown> | undefined;
    for (;;) {
      const page = await this.transport.call<Page<T>>({ ...this.call, query }, this.options);
      yield page;
      if (!page.nextCursor) {
        return;
      }
      query = { ...query, cursor: page.nextCursor };
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for await (const page of this.pages()) {
      yield* page.items;
    }
  }
}
