import type { FieldError, Problem as ProblemBody } from './generated/models.js';

/** What the API refused, as it said it (RFC 9457). */
export class Problem extends Error {
  override readonly name = 'Problem';
  /** The kind of refusal without its path: `invalid-request`, `missing-scope`, … */
  readonly kind: string;

  constructor(
    /** The HTTP status. */
    readonly status: number,
    /** The whole answer; kinds may add members of their own. */
    readonly body: ProblemBody & Record<string, unknown>,
    /** The id to name when you ask about this call. */
    readonly requestId: string | undefined,
  ) {
    super(`${status} ${body.title}${body.detail ? `: ${body.detail}` : ''}${describe(body.errors)}`);
    this.kind = body.type.split('/').pop() ?? body.type;
  }

  /** Each field that was refused, with the rule it breaks. */
  get errors(): FieldError[] {
    return this.body.errors ?? [];
  }
}

function describe(errors: FieldError[] | undefined): string {
  return (errors ?? []).map((error) => `\n  ${error.pointer}: ${error.detail}`).join('');
}
