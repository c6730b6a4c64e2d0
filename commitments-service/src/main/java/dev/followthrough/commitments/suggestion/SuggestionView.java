package dev.followthrough.commitments.suggestion;

import dev.followthrough.commitments.idea.IdeaView;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An action idea that suits a commitment, with the reason. */
@Schema(name = "ActionIdeaSuggestion")
record SuggestionView(
    @NotNull IdeaView idea,
    @NotNull
        @Schema(
            description = "Why it suits, in words.",
            examples = "Ada needs a frame builder; you offer frame building.")
        String reason) {

  static SuggestionView of(Suggestion suggestion) {
    return new SuggestionView(IdeaView.of(suggestion.idea()), suggestion.reason());
  }

  /** A part of the list of suggestions. */
  @Schema(name = "ActionIdeaSuggestionPage")
  record SuggestionPage(@NotNull List<SuggestionView> items, String nextCursor) {}
}
