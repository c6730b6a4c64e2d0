package dev.followthrough.platform.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Events as JSON: instants in RFC 3339, absent instead of null, and unknown fields ignored when
 * read, because a publisher may be newer than its consumer.
 */
public final class EventJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  private EventJson() {}

  public static String write(Object event) {
    try {
      return MAPPER.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot write " + event.getClass(), e);
    }
  }

  /**
   * @throws IllegalArgumentException when the JSON is not one of that record
   */
  public static <E> E read(String json, Class<E> record) {
    try {
      return MAPPER.readValue(json, record);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot read a " + record.getSimpleName(), e);
    }
  }
}
