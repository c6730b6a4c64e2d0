/**
 * What every operation's description has in common, written once: at build time a filter adds the
 * headers, refusals and limits that the platform gives to each operation, derives the schemas of
 * merge patches, takes examples from {@code openapi/examples/<operationId>.json} of the service's
 * resources, and stops the build where a description falls short.
 */
package dev.followthrough.platform.openapi;
