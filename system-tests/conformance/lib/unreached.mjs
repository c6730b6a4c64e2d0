// What cannot be reached from outside, each with its reason. Whatever else the document says must be
// reached: requests/* see it, results/* hold it against the document.

/** Operations that no check can bring to a success. */
export const NEVER_SUCCEEDS = {}
