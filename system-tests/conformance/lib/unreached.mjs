// What the document says and no check can reach from outside, each with its reason. Whatever else it
// says must be seen by requests/*; results/statuses holds the two against each other.

const WEEKS = 'days or weeks must pass, and the packaged services have no way to move time: tests of the commitments service reach it'

const ALONE = 'its calls are made while nobody else works for the owner: the second waits, and finds the answer of the first'

/** Refusals of every operation. */
export const NOWHERE = {
  'internal-error': 'it is a fault of ours that nobody knows of; a test of the platform plays one',
  'concurrent-change': 'two changes must meet in the moment between reading and writing: requests/everywhere brings that about for one operation, which all share the means of',
}

/** Refusals of single operations. */
export const HERE = {
  'window-closed': WEEKS,
  'assessment-closed': WEEKS,
  'eraseData idempotency-in-progress': ALONE,
  'mergeContacts idempotency-in-progress': ALONE,
  'undoMerge idempotency-in-progress': ALONE,
  'unsubscribe idempotency-in-progress': 'its link comes by mail, one at a time: tests of the notifications service reach it',
  'unsubscribe idempotency-key-reused': 'its link comes by mail, one at a time: tests of the notifications service reach it',
  'email-not-configured': 'this stack has a mail server: tests of the notifications service reach it',
}

/** Why no check reaches that refusal of the operation; undefined if one must. */
export function reason(operation, type) {
  if (type === 'unavailable' && !operation.security.length) {
    return 'what is asked through a link waits for no position: it needs a dependency that is down, which tests of the services play'
  }
  return NOWHERE[type] ?? HERE[type] ?? HERE[`${operation.operationId} ${type}`]
}
