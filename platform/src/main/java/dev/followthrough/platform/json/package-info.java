/**
 * Strict JSON in, plain JSON out. A request's body is read once, up to a limit; its bytes are
 * fingerprinted; it is parsed, held against the record it is meant for, bound and validated, and
 * all its faults are answered together.
 */
package dev.followthrough.platform.json;
