package dev.followthrough.notifications.endpoint;

import dev.followthrough.notifications.message.EventTypePattern;
import dev.followthrough.platform.json.Checked;
import dev.followthrough.platform.json.Faults;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an owner says of an endpoint, when making and when changing it. */
@Schema(
    description = "Where events are to be sent, and which.",
    examples = "{\"url\": \"https://example.org/hooks\", \"eventTypes\": [\"commitment.*\"]}")
public record WebhookEndpointFields(
    @NotBlank
        @Size(max = 2048)
        @Schema(description = "A public https URL.", examples = "https://example.org/hooks")
        String url,
    @NotEmpty
        @Size(max = 50)
        @Schema(
            description = "Names of events, patterns such as `commitment.*`, or `*` for all.",
            examples = "[\"commitment.*\"]")
        List<@NotBlank @Size(max = 100) String> eventTypes,
    @Size(max = 500) String description,
    @Size(max = 20)
        @Schema(
            description =
                "Headers sent with every delivery, such as a token of the receiver's. Kept sealed;"
                    + " never shown again.")
        Map<String, @Size(max = 2000) String> customHeaders,
    @Min(1) @Max(16) @Schema(description = "Deliveries under way at once.", defaultValue = "8")
        Integer concurrency,
    @Min(1)
        @Max(1000)
        @Schema(description = "Deliveries a second, per replica.", defaultValue = "250")
        Integer ratePerSecond)
    implements Checked {

  static final int DEFAULT_CONCURRENCY = 8;
  static final int DEFAULT_RATE = 250;

  @Override
  public void check(Faults faults) {
    if (eventTypes != null) {
      for (var i = 0; i < eventTypes.size(); i++) {
        checkType(eventTypes.get(i), "/eventTypes/" + i, faults);
      }
    }
    if (customHeaders != null) {
      CustomHeaders.check(customHeaders, faults);
    }
  }

  private static void checkType(String pattern, String pointer, Faults faults) {
    if (pattern == null || pattern.isBlank() || pattern.length() > EventTypePattern.LONGEST) {
      return;
    }
    EventTypePattern.check(pattern, pointer, faults);
  }
}
