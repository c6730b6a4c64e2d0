package dev.followthrough.notifications.eventlog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.followthrough.notifications.message.LoggedMessage;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event as the log shows it: a webhook's body, and the id that a webhook has in its header. */
record EventView(
    @NotNull @Schema(description = "What `webhook-id` is in a delivery.") UUID id,
    @NotNull String type,
    @NotNull @Schema(format = "date-time") String timestamp,
    @NotNull
        @Schema(
            type = SchemaType.OBJECT,
            description =
                "The event's facts, as the document's `webhooks` describe them by type; `sequence`"
                    + " is its place in the log.")
        Map<String, Object> data) {

  private static final JsonMapper JSON = new JsonMapper();

  static EventView of(LoggedMessage message) {
    try {
      var body = JSON.readTree(message.body());
      var data = JSON.convertValue(body.get("data"), new TypeReference<Map<String, Object>>() {});
      return new EventView(message.id(), message.type(), body.path("timestamp").textValue(), data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the log holds what is no JSON", e);
    }
  }

  /** A part of the log. */
  record EventPage(@NotNull List<EventView> items, String nextCursor) {}
}
