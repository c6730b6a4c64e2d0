package dev.followthrough.platform.outbox;

import java.util.Optional;
import java.util.function.Function;

/**
 * How a service's events are named. The platform knows no event; each service produces one such
 * bean.
 *
 * @param source the service's short name: its schema, its topic, its CloudEvents source
 * @param typeOf the wire name of an event
 * @param subjectOf what an event is about
 * @param recordOf the record of a wire name, or empty for an unknown one
 */
public record EventLanguage(
    String source,
    Function<Object, String> typeOf,
    Function<Object, String> subjectOf,
    Function<String, Optional<Class<?>>> recordOf) {}
