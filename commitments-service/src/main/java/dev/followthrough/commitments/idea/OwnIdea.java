package dev.followthrough.commitments.idea;

import dev.followthrough.commitments.catalogue.Fit;
import dev.followthrough.commitments.catalogue.Idea;
import dev.followthrough.commitments.catalogue.IdeaTemplates;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.Complexity;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An action idea that the owner added to the catalogue. */
@Entity
class OwnIdea extends OwnedEntity {

  @Enumerated(EnumType.STRING)
  CommitmentKind kind;

  @Enumerated(EnumType.STRING)
  Complexity complexity;

  String words;
  String area;

  @JdbcTypeCode(SqlTypes.JSON)
  List<Fit> fits = List.of();

  @JdbcTypeCode(SqlTypes.JSON)
  IdeaTemplates templates = IdeaTemplates.NONE;

  Instant createdAt;
  Instant changedAt;

  static Optional<OwnIdea> find(UUID id) {
    return findByIdOptional(id);
  }

  /** Of the current owner, the newest first. */
  static List<OwnIdea> newestFirst() {
    return list("order by id desc");
  }

  void say(IdeaFields fields, Instant now) {
    kind = fields.kind();
    complexity = fields.complexity() == null ? Complexity.SIMPLE : fields.complexity();
    words = fields.words();
    area = fields.area();
    fits = fields.fits() == null ? List.of() : fields.fits().stream().distinct().sorted().toList();
    templates = fields.templates() == null ? IdeaTemplates.NONE : fields.templates();
    createdAt = createdAt == null ? now : createdAt;
    changedAt = now;
  }

  IdeaFields fields() {
    return new IdeaFields(
        kind,
        complexity,
        words,
        area,
        fits,
        templates.equals(IdeaTemplates.NONE) ? null : templates);
  }

  Idea idea() {
    return new Idea(id, null, kind, complexity, words, area, fits, null, templates);
  }
}
