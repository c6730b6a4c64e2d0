package dev.followthrough.commitments.catalogue;

import dev.followthrough.commitments.template.Occasion;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.Complexity;
import dev.followthrough.events.Party;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that could be promised.
 *
 * @param key of one of the catalogue; null for one of the owner's own
 * @param area the field that it is about; null for none
 * @param fits what it answers; empty for one that fits any two people
 * @param say how it is said inside a sentence; null for one that has its words only
 */
public record Idea(
    UUID id,
    String key,
    CommitmentKind kind,
    Complexity complexity,
    String words,
    String area,
    List<Fit> fits,
    Said say,
    IdeaTemplates templates) {

  public Idea {
    fits = fits == null ? List.of() : List.copyOf(fits);
    templates = templates == null ? IdeaTemplates.NONE : templates;
  }

  /**
   * The same thing as a part of a sentence, as a template.
   *
   * @param together after "we could do together:", of a shared one
   * @param owner after "I would do for you:", of an individual one
   * @param contact after "it would help me:", of an individual one
   */
  public record Said(String together, String owner, String contact) {}

  /**
   * @param promiser null for a shared one
   */
  public Optional<String> said(Party promiser) {
    if (say == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        promiser == null ? say.together : promiser.isOwner() ? say.owner : say.contact);
  }

  /** Its own template for the occasion, where it has one. */
  public Optional<String> template(Occasion occasion) {
    return Optional.ofNullable(
        switch (occasion) {
          case PROPOSAL -> templates.proposal();
          case NUDGE -> templates.nudge();
          case APOLOGY -> templates.apology();
          case INTRODUCTION -> templates.introduction();
        });
  }
}
