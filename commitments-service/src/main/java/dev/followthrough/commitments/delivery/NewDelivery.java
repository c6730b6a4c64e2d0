package dev.followthrough.commitments.delivery;

import dev.followthrough.events.Party;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody did what they had promised. */
@Schema(name = "NewDelivery")
public record NewDelivery(
    @Schema(
            description =
                "Who delivered. Absent: the promiser of an individual commitment; everybody who"
                    + " promised a part of the shared one and has not delivered it.")
        Party by,
    @Schema(description = "Not after now and not before the promise. Absent: now.")
        Instant happenedAt,
    @Schema(description = "Who says so: the owner, or a contact who told them. Absent: `owner`.")
        Party reportedBy,
    @Size(max = 2000) @Schema(examples = "Sent it by mail") String note,
    @Size(max = 20) @Schema(description = "Links that show it, `https` only.")
        List<@Size(max = 2000) @Pattern(regexp = LINK) String> evidence) {

  public static final String LINK = "https://[^\\s/?#][^\\s]*";

  static final NewDelivery PLAIN = new NewDelivery(null, null, null, null, null);
}
