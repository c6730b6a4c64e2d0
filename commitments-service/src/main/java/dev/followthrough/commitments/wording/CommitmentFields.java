package dev.followthrough.commitments.wording;

import dev.followthrough.commitments.agreement.Terms;
import dev.followthrough.commitments.agreement.Words;
import dev.followthrough.events.Complexity;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be changed of a commitment while it is proposed. */
@Schema(name = "CommitmentFields")
record CommitmentFields(
    @Size(max = 1000)
        @Pattern(regexp = NewWording.SOMETHING)
        @Schema(examples = "Send the link to the article on bicycles")
        String text,
    @Schema(description = "How much it weighs as evidence: simple 1, complex 2.")
        Complexity complexity,
    @Size(max = 60)
        @Pattern(regexp = NewWording.SOMETHING)
        @Schema(
            description =
                "The field that it is about: one of the owner's `areas`, if there are any.",
            examples = "design")
        String area,
    @Size(max = 64)
        @Pattern(regexp = NewWording.IDEA)
        @Schema(description = NewWording.ACTION_IDEA, examples = "send-the-link")
        String actionIdea,
    @Schema(
            description =
                "To which participating contact the owner's individual commitment of a group is"
                    + " due. Named before it is promised.")
        UUID receiverId) {

  static CommitmentFields of(Terms terms) {
    var words = terms.words();
    var receiver = terms.receiver();
    return new CommitmentFields(
        words.text(),
        words.complexity(),
        words.area(),
        words.actionIdea(),
        receiver == null ? null : receiver.contact());
  }

  Words words() {
    return new Words(text, complexity, area, actionIdea);
  }
}
