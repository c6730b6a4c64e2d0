package dev.followthrough.commitments.idea;

import dev.followthrough.commitments.catalogue.Fit;
import dev.followthrough.commitments.catalogue.Idea;
import dev.followthrough.commitments.catalogue.IdeaTemplates;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.Complexity;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An action idea as a client reads it. */
@Schema(name = "ActionIdea")
public record IdeaView(
    @NotNull UUID id,
    @Schema(description = "Of one of the catalogue: its name there, which never changes.")
        String key,
    @Schema(description = "Whether the owner added it, and can change it.") @NotNull Boolean own,
    @NotNull CommitmentKind kind,
    @NotNull Complexity complexity,
    @NotNull String words,
    @Schema(description = "The field that it is about.") String area,
    @Schema(description = "What it answers; empty for one that fits any two people.") @NotNull
        List<Fit> fits,
    @Schema(description = "Its own words ready to send; absent while it has the general ones.")
        IdeaTemplates templates) {

  public static IdeaView of(Idea idea) {
    return new IdeaView(
        idea.id(),
        idea.key(),
        idea.key() == null,
        idea.kind(),
        idea.complexity(),
        idea.words(),
        idea.area(),
        idea.fits(),
        idea.templates().equals(IdeaTemplates.NONE) ? null : idea.templates());
  }

  /** A part of the list of action ideas. */
  @Schema(name = "ActionIdeaPage")
  record IdeaPage(@NotNull List<IdeaView> items, String nextCursor) {}
}
