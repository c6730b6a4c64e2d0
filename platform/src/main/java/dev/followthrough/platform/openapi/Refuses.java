package dev.followthrough.platform.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A refusal of the product's own that an operation can give, beside those that all can: its status
 * and the names of its problem types. It stands in the document. Where such problems have members
 * of their own, an {@code @APIResponse} of the status with the media type of problems declares
 * these alone: the document says them beside what every problem has.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Refuses.List.class)
public @interface Refuses {

  int status();

  String[] types();

  /** Several of them. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface List {
    Refuses[] value();
  }
}
