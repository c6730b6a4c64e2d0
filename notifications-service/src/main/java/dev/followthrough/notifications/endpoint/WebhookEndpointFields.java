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
import java.util.regex.Pattern;
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
            description =
                "Names of events, patterns such as `commitment.*`, or `*` for all. Figures"
                    + " (`standing.changed`) are sent only where `receivesStanding` is true.",
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
        Integer ratePerSecond,
    @Schema(
            description =
                "With `perSubject` a delivery waits until those before it about the same thing have"
                    + " arrived or failed their last try; others do not wait.",
            defaultValue = "none")
        DeliveryOrder order,
    @Size(max = 20)
        @Schema(
            description = "Whatever your client wants to find here again; not a place for secrets.")
        Map<String, @Size(max = 500) String> metadata)
    implements Checked {

  static final int DEFAULT_CONCURRENCY = 8;
  static final int DEFAULT_RATE = 250;
  private static final Pattern METADATA_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

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
    if (metadata != null) {
      checkNames(metadata, faults);
    }
  }

  private static void checkNames(Map<String, String> metadata, Faults faults) {
    for (var name : metadata.keySet()) {
      if (!METADATA_NAME.matcher(name).matches()) {
        var pointer = "/metadata/" + name.replace("~", "~0").replace("/", "~1");
        faults.add(pointer, "pattern", "its name must match " + METADATA_NAME);
      }
    }
  }

  private static void checkType(String pattern, String pointer, Faults faults) {
    if (pattern == null || pattern.isBlank() || pattern.length() > EventTypePattern.LONGEST) {
      return;
    }
    EventTypePattern.check(pattern, pointer, faults);
  }
}
