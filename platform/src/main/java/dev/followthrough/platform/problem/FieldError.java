package dev.followthrough.platform.problem;

/**
 * One fault of an input.
 *
 * @param pointer a JSON pointer into the body, or {@code ?name} for a query parameter, {@code
 *     name:} for a header, {@code {name}} for a path parameter
 * @param rule the rule that it breaks, in kebab-case
 * @param detail the rule in words
 */
public record FieldError(String pointer, String rule, String detail) {}
