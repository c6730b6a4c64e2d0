package dev.followthrough.commitments.catalogue;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An action idea's own words for each occasion, with gaps; what is absent has the general ones. */
@Schema(
    name = "ActionIdeaTemplates",
    description =
        "`{name}`, `{what}`, `{topic}`, `{deadline}` and so on are gaps that the facts fill. What"
            + " stands in square brackets is left out when one of its gaps cannot be filled.")
public record IdeaTemplates(
    @Size(max = 2000) @Pattern(regexp = SOMETHING) String proposal,
    @Size(max = 2000) @Pattern(regexp = SOMETHING) String nudge,
    @Size(max = 2000) @Pattern(regexp = SOMETHING) String apology,
    @Size(max = 2000) @Pattern(regexp = SOMETHING) String introduction) {

  public static final IdeaTemplates NONE = new IdeaTemplates(null, null, null, null);

  private static final String SOMETHING = "[\\s\\S]*\\S[\\s\\S]*";
}
