package dev.followthrough.contacts.quicklog;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a refused quick log says beside what every problem does; for the document alone. */
@Schema(
    description =
        "What a quick log lacks. Each member is there with the problem type it belongs to.")
record QuickLogRefusal(
    @Schema(
            description =
                "With quick-log-several-contacts those who may be meant; with"
                    + " quick-log-unknown-contact those who are only alike.")
        List<MeantContact> contacts,
    @Schema(description = "With quick-log-ambiguous: the fields that the words leave open.")
        List<MissingField> missing) {

  /** One whom the name may mean. */
  record MeantContact(@NotNull UUID contactId, @NotNull String name, String organisation) {}

  /** A field to give with the next call. */
  record MissingField(
      @Schema(description = "kind, direction or at.") @NotNull String field,
      @Schema(description = "The values that it can take; empty where any fits.") @NotNull
          List<String> values) {}
}
