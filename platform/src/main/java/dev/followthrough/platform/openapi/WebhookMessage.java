package dev.followthrough.platform.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a record that is the body of a webhook: it stands in the document's {@code webhooks} under
 * this type, with the example {@code openapi/webhooks/<type>.json} of the service's resources. The
 * record has {@code @Schema(name = …)} too, which makes it a component of that name.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WebhookMessage {

  /** The event type on the wire, such as {@code commitment.missed}. */
  String type();

  String summary();
}
