/**
 * Drives every operation of a service by its own document, with valid calls and a table of bad
 * input, and holds each answer against what the document and the conventions say. A new operation
 * is covered by being in the document.
 */
package dev.followthrough.platform.conformance;
