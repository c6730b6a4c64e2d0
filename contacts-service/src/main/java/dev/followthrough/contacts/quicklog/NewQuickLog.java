package dev.followthrough.contacts.quicklog;

import dev.followthrough.events.TouchDirection;
import dev.followthrough.platform.json.Checked;
import dev.followthrough.platform.json.Faults;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A few words on something with one contact. What is given beside them goes before them. */
record NewQuickLog(
    @NotBlank @Size(max = 1000) String words,
    @Schema(description = "The contact's e-mail address or name.") @Size(max = 254) String with,
    @Schema(description = "The contact, where a name would mean several.") UUID contactId,
    LoggedKind kind,
    @Schema(description = "Only of a touch.") TouchDirection direction,
    @Schema(description = "When it happened or begins.") Instant at,
    @Schema(description = "Only of a meeting.") Instant endsAt)
    implements Checked {

  private static final int MOST_WORDS = 12;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

  @Override
  public void check(Faults faults) {
    if (with == null) {
      if (contactId == null) {
        faults.add("/with", "required", "a name, an e-mail address or contactId is required");
      }
    } else if (!WORD.matcher(with).find()) {
      faults.add("/with", "words", "must hold a letter or a digit");
    } else if (!with.contains("@") && BETWEEN_WORDS.splitAsStream(with).count() > MOST_WORDS) {
      faults.add("/with", "most-words", "must hold at most %d words".formatted(MOST_WORDS));
    }
  }
}
