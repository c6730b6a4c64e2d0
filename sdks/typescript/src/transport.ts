import { Problem } from './problem.js';

/** A bearer token, or where to get one; `stale` is true when the last one was refused. */
export type TokenSource = string | ((stale: boolean) => string | Promise<string>);

export interface ClientOptions {
  /** Where the API is, without a path: `http://127.0.0.1:8080`. */
  baseUrl: string;
  token: TokenSource;
  /** How often a call is tried again after 429, 502, 503, 504 or a broken connection; 4 by default. */
  retries?: number;
  /** How long one try may take, in milliseconds; 30,000 by default. */
  timeoutMs?: number;
  /** Another `fetch` than the platform's. */
  fetch?: typeof globalThis.fetch;
}

export interface CallOptions {
  /** Without one, each `POST` gets its own, so that a repeat after a broken connection does nothing twice. */
  idempotencyKey?: string;
  /** The `etag` that was read: a change in between is a 412. */
  ifMatch?: string;
  /** An id for this request, for your own logs. */
  requestId?: string;
  signal?: AbortSignal;
}

/** What came beside an answer's body. */
export interface Answer {
  status: number;
  etag?: string;
  location?: string;
  requestId?: string;
}

export interface Call {
  method: string;
  path: string;
  pathParameters: Record<string, string | number>;
  query?: object;
  body?: unknown;
  contentType?: string;
  accept: string;
}

const RETRIED = new Set([429, 502, 503, 504]);
const LONGEST_PAUSE_MS = 60_000;
const answers = new WeakMap<object, Answer>();

/** What came beside a body that a call gave: its `etag` for a change that must not overwrite another's. */
export function answerOf(body: object): Answer | undefined {
  return answers.get(body);
}

/** Sends calls: token, repeats, positions and problems in one place. */
export class Transport {
  private readonly base: string;
  private readonly retries: number;
  private readonly timeoutMs: number;
  private readonly fetch: typeof globalThis.fetch;
  private readonly positions = new Map<string, bigint>();

  constructor(private readonly options: ClientOptions) {
    this.base = options.baseUrl.replace(/\/+$/, '');
    this.retries = options.retries ?? 4;
    this.timeoutMs = options.timeoutMs ?? 30_000;
    this.fetch = options.fetch ?? globalThis.fetch.bind(globalThis);
  }

  async call<T>(call: Call, options: CallOptions = {}): Promise<T> {
    const headers: Record<string, string> = { Accept: call.accept };
    let body: string | undefined;
    if (call.body !== undefined && call.body !== null) {
      headers['Content-Type'] = call.contentType ?? 'application/json';
      body = headers['Content-Type'].includes('json') ? JSON.stringify(call.body) : String(call.body);
    }
    if (call.method === 'POST') {
      headers['Idempotency-Key'] = options.idempotencyKey ?? globalThis.crypto.randomUUID();
    }
    const response = await this.send(call.method, this.url(call), headers, body, options);
    return (await this.read(response)) as T;
  }

  /** An answer as it comes, for streams; a refusal throws. */
  async open(path: string, query: object, headers: Record<string, string>, signal?: AbortSignal): Promise<Response> {
    const call: Call = { method: 'GET', path, pathParameters: {}, query, accept: '' };
    const response = await this.attempt('GET', this.url(call), headers, undefined, { signal }, false);
    if (response.status === 401) {
      await response.body?.cancel();
      return this.refusing(await this.attempt('GET', this.url(call), headers, undefined, { signal }, true));
    }
    return this.refusing(response);
  }

  private async send(
    method: string,
    url: string,
    headers: Record<string, string>,
    body: string | undefined,
    options: CallOptions,
  ): Promise<Response> {
    let stale = false;
    for (let tried = 0; ; tried++) {
      let pause: number;
      try {
        const timeout = AbortSignal.timeout(this.timeoutMs);
        const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
        const response = await this.attempt(method, url, headers, body, { ...options, signal }, stale);
        if (response.status === 401 && !stale && typeof this.options.token === 'function') {
          await response.body?.cancel();
          stale = true;
          continue;
        }
        if (!this.again(response, tried)) {
          return await this.refusing(response);
        }
        pause = retryAfter(response.headers.get('Retry-After')) ?? backOff(tried);
        await response.body?.cancel();
      } catch (failure) {
        if (failure instanceof Problem || options.signal?.aborted || tried >= this.retries) {
          throw failure;
        }
        pause = backOff(tried);
      }
      await sleep(pause, options.signal);
    }
  }

  private again(response: Response, tried: number): boolean {
    return tried < this.retries && RETRIED.has(response.status);
  }

  private async attempt(
    method: string,
    url: string,
    headers: Record<string, string>,
    body: string | undefined,
    options: CallOptions,
    stale: boolean,
  ): Promise<Response> {
    const { token } = this.options;
    const sent: Record<string, string> = {
      ...headers,
      Authorization: `Bearer ${typeof token === 'function' ? await token(stale) : token}`,
    };
    if (this.positions.size > 0) {
      sent['Followthrough-Position'] = [...this.positions].map(([service, at]) => `${service}.${at}`).join(', ');
    }
    if (options.ifMatch) {
      sent['If-Match'] = options.ifMatch;
    }
    if (options.requestId) {
      sent['X-Request-Id'] = options.requestId;
    }
    const response = await this.fetch(url, { method, headers: sent, body, signal: options.signal, redirect: 'error' });
    this.remember(response.headers.get('Followthrough-Position'));
    return response;
  }

  /** What was written is what the next call waits for. */
  private remember(header: string | null): void {
    for (const one of header?.split(',') ?? []) {
      const [service, at] = one.trim().split('.');
      if (service && at && BigInt(at) > (this.positions.get(service) ?? -1n)) {
        this.positions.set(service, BigInt(at));
      }
    }
  }

  private async refusing(response: Response): Promise<Response> {
    if (response.ok) {
      return response;
    }
    const requestId = response.headers.get('X-Request-Id') ?? undefined;
    const text = await response.text();
    try {
      throw new Problem(response.status, JSON.parse(text), requestId);
    } catch (failure) {
      if (failure instanceof Problem) {
        throw failure;
      }
      // something between here and the API answered
      const body = { type: 'about:blank', title: response.statusText || 'Refused', status: response.status, instance: '' };
      throw new Problem(response.status, body, requestId);
    }
  }

  private async read(response: Response): Promise<unknown> {
    if (response.status === 204) {
      return undefined;
    }
    const text = await response.text();
    if (!response.headers.get('Content-Type')?.includes('json')) {
      return text;
    }
    const body: unknown = JSON.parse(text);
    if (body !== null && typeof body === 'object') {
      answers.set(body, {
        status: response.status,
        etag: response.headers.get('ETag') ?? undefined,
        location: response.headers.get('Location') ?? undefined,
        requestId: response.headers.get('X-Request-Id') ?? undefined,
      });
    }
    return body;
  }

  private url(call: Call): string {
    let path = call.path;
    for (const [name, value] of Object.entries(call.pathParameters)) {
      path = path.replace(`{${name}}`, encodeURIComponent(String(value)));
    }
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(call.query ?? {})) {
      for (const one of Array.isArray(value) ? value : [value]) {
        if (one !== undefined && one !== null) {
          query.append(name, String(one));
        }
      }
    }
    return `${this.base}${path}${query.size > 0 ? `?${query}` : ''}`;
  }
}

/** Half a second, twice as long each time, up to 8 seconds, and between half and all of it. */
function backOff(tried: number): number {
  return Math.min(8_000, 500 * 2 ** tried) * (0.5 + Math.random() / 2);
}

function retryAfter(header: string | null): number | undefined {
  if (header === null) {
    return undefined;
  }
  const seconds = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(seconds) ? undefined : Math.min(LONGEST_PAUSE_MS, Math.max(0, seconds));
}

export function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const timer = setTimeout(done, milliseconds);
    function done(): void {
      signal?.removeEventListener('abort', aborted);
      resolve();
    }
    function aborted(): void {
      clearTimeout(timer);
      reject(signal?.reason);
    }
    signal?.addEventListener('abort', aborted, { once: true });
  });
}
