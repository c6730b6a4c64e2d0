package dev.followthrough.commitments.sharelink;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For whom a link is made, and what it tells them. */
@Schema(name = "NewShareLink")
record NewShareLink(
    @NotNull @Schema(description = "The participating contact who is to open it.") UUID contactId,
    @Schema(
            description =
                "The last instant at which it opens: after now, and at most 90 days after the"
                    + " agreement is due. Absent: 14 days after it is due, which is as long as it"
                    + " can be assessed.")
        Instant expiresAt,
    @Schema(
            description =
                "Whether the other participants' names are shown. Absent: they are not. Nothing"
                    + " else of them ever is.")
        Boolean showNames,
    @Size(max = 100)
        @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*")
        @Schema(description = "The name that the page says it comes from.", examples = "Grace")
        String signedAs) {}
