package dev.followthrough.commitments.idea;

import dev.followthrough.commitments.catalogue.Catalogue;
import dev.followthrough.commitments.catalogue.Idea;
import dev.followthrough.commitments.catalogue.IdeaTemplates;
import dev.followthrough.commitments.template.Template;
import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.problem.FieldError;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Action ideas: those of the catalogue, and what the owner makes of it. */
@ApplicationScoped
@Transactional
public class Ideas {

  private final Preconditions preconditions;
  private final BusinessTime time;

  Ideas(Preconditions preconditions, BusinessTime time) {
    this.preconditions = preconditions;
    this.time = time;
  }

  /** The owner's own, the newest first, then those of the catalogue. */
  public List<Idea> all() {
    return Stream.concat(
            OwnIdea.newestFirst().stream().map(OwnIdea::idea), Catalogue.all().stream())
        .toList();
  }

  public Optional<Idea> find(UUID id) {
    return Catalogue.find(id).or(() -> OwnIdea.find(id).map(OwnIdea::idea));
  }

  /**
   * @param name an idea's id, or the key of one of the catalogue
   */
  public Optional<Idea> named(String name) {
    return Catalogue.find(name).or(() -> id(name).flatMap(this::find));
  }

  /**
   * The id of the idea that is named so.
   *
   * @param pointer the field that names it
   * @throws dev.followthrough.platform.problem.ProblemException when there is none
   */
  public UUID idNamed(String name, String pointer) {
    return named(name).map(Idea::id).orElseThrow(() -> IdeaProblems.unknown(pointer, name));
  }

  public Idea get(UUID id) {
    return find(id).orElseThrow(() -> Problems.notFound("action idea", id));
  }

  Optional<OwnIdea> own(UUID id) {
    return OwnIdea.find(id);
  }

  List<Idea> list(IdeaSearch search, Optional<UUID> last, int limit) {
    return IdeaSearch.after(search.among(all()), last, limit);
  }

  OwnIdea add(IdeaFields fields) {
    requireSound(fields.templates());
    if (OwnIdea.count() >= IdeaProblems.MOST) {
      throw IdeaProblems.TOO_MANY.because("There are %d.".formatted(IdeaProblems.MOST));
    }
    var idea = new OwnIdea();
    idea.say(fields, time.now());
    idea.persist();
    OwnIdea.flush();
    return idea;
  }

  OwnIdea change(UUID id, MergePatch<IdeaFields> patch) {
    var idea = changeable(id);
    var before = idea.fields();
    var fields = patch.applyTo(before);
    requireSound(fields.templates());
    if (!fields.equals(before)) {
      idea.say(fields, time.now());
      OwnIdea.flush();
    }
    return idea;
  }

  void remove(UUID id) {
    changeable(id).delete();
  }

  private OwnIdea changeable(UUID id) {
    if (Catalogue.find(id).isPresent()) {
      throw IdeaProblems.OF_THE_CATALOGUE.because("%s stands in the catalogue.".formatted(id));
    }
    var idea = OwnIdea.find(id).orElseThrow(() -> Problems.notFound("action idea", id));
    preconditions.requireMatch(idea.version);
    return idea;
  }

  private static void requireSound(IdeaTemplates templates) {
    if (templates == null) {
      return;
    }
    var faults = new ArrayList<FieldError>();
    requireSound("proposal", templates.proposal(), faults);
    requireSound("nudge", templates.nudge(), faults);
    requireSound("apology", templates.apology(), faults);
    requireSound("introduction", templates.introduction(), faults);
    if (!faults.isEmpty()) {
      throw Problems.invalid(faults);
    }
  }

  private static void requireSound(String name, String text, List<FieldError> faults) {
    Optional.ofNullable(text)
        .flatMap(template -> new Template(template).fault())
        .ifPresent(fault -> faults.add(new FieldError("/templates/" + name, "template", fault)));
  }

  private static Optional<UUID> id(String name) {
    try {
      return Optional.of(UUID.fromString(name));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
