package dev.followthrough.commitments.page;

import dev.followthrough.commitments.agreement.CommitmentStatus;
import dev.followthrough.commitments.agreement.Report;
import dev.followthrough.commitments.agreement.SevenDays;
import dev.followthrough.commitments.shared.SharedAgreementView;
import dev.followthrough.commitments.shared.SharedAgreementView.Role;
import dev.followthrough.commitments.shared.SharedAgreementView.SharedCommitmentView;
import dev.followthrough.commitments.shared.SharedAgreementView.SharedMark;
import dev.followthrough.commitments.shared.SharedAgreementView.SharedPart;
import dev.followthrough.events.Complexity;
import dev.followthrough.platform.id.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An agreement as the page shows it.
 *
 * @param base the page's own path, which holds the link's secret
 * @param key for the forms of this showing of the page
 * @param said what was just said, or null
 * @param attempt what could not be said just now
 * @param now when it is shown
 */
public record SharePage(
    String base,
    String key,
    SharedAgreementView agreement,
    Moments moments,
    Said said,
    Attempt attempt,
    Instant now) {

  static SharePage of(
      String base, SharedAgreementView agreement, Said said, Attempt attempt, Instant now) {
    return new SharePage(
        base,
        Ids.next().toString(),
        agreement,
        Moments.in(agreement.timeZone()),
        said,
        attempt,
        now);
  }

  /** What the owner is called on the page. */
  public String from() {
    return agreement.from() == null ? "the other side" : agreement.from();
  }

  public String fromAtStart() {
    return agreement.from() == null ? "The other side" : agreement.from();
  }

  public String title() {
    return agreement.from() == null ? "Your agreement" : "Your agreement with " + agreement.from();
  }

  public boolean isOver() {
    return now.isAfter(agreement.dueAt());
  }

  public String moment(Instant at) {
    return moments.full(at);
  }

  /** The id of a form, and of what belongs to it. */
  public String form(SharedCommitmentView c, Said act) {
    return act.path() + "-" + c.id();
  }

  public String action(SharedCommitmentView c, Said act) {
    return base + "/commitments/" + c.id() + "/" + act.path();
  }

  public String heading(Role role) {
    return switch (role) {
      case TOGETHER -> "What you do together";
      case YOURS -> "What you do for " + from();
      case OWED_TO_YOU -> "What " + from() + " does for you";
    };
  }

  /** Whether the owner missed it, so that it matters when it arrived. */
  public boolean isMissed(SharedCommitmentView c) {
    return c.owners() != null && c.owners().status() == CommitmentStatus.MISSED;
  }

  /** It can be said to have arrived in time for seven days after it was due. */
  public boolean canHaveBeenInTime() {
    return !SevenDays.haveGone(agreement.dueAt(), now);
  }

  /** That it arrived late is said once. */
  public boolean canHaveBeenLate(SharedCommitmentView c) {
    return !c.owners().late();
  }

  /** A form behind a summary stands open where its fields are to be mended. */
  public boolean isOpen(SharedCommitmentView c, Said act) {
    return attempt.isOf(form(c, act));
  }

  public boolean isChosen(SharedCommitmentView c, Complexity complexity) {
    var kept = attempt.kept(form(c, Said.PROPOSE), "complexity");
    return kept.isEmpty()
        ? c.complexity() == complexity
        : kept.equals(complexity.name().toLowerCase(Locale.ROOT));
  }

  public String assessing(SharedCommitmentView c) {
    return c.role() == Role.TOGETHER
        ? "How did you work together?"
        : "How good is what " + from() + " did for you?";
  }

  public boolean hasAssessed(SharedCommitmentView c) {
    return given(c).isPresent();
  }

  /** What was filled in just now, else what was given before, stands chosen. */
  public boolean isGiven(SharedCommitmentView c, Value value) {
    return attempt.isOf(form(c, Said.ASSESS))
        ? attempt.wasChosen(form(c, Said.ASSESS), "value", value.number())
        : given(c).map(mark -> mark.value().toString()).filter(value.number()::equals).isPresent();
  }

  public String givenComment(SharedCommitmentView c) {
    return given(c).map(SharedMark::comment).orElse("");
  }

  private static Optional<SharedMark> given(SharedCommitmentView c) {
    return c.assessments().stream().filter(SharedMark::yours).findFirst();
  }

  /** What stands in a field: what was filled in just now, else what was there before. */
  public String kept(String formId, String field, String before) {
    return attempt.isOf(formId) ? attempt.kept(formId, field) : before;
  }

  /** A step of the scale. */
  public record Value(String number, String words) {}

  public List<Value> values() {
    return List.of(
        new Value("1", "1: unusable"),
        new Value("2", "2: less than agreed"),
        new Value("3", "3: as agreed"),
        new Value("4", "4: more than agreed"),
        new Value("5", "5: far beyond"));
  }

  /** What "no thanks" would decline. */
  public List<SharedCommitmentView> open() {
    return agreement.commitments().stream()
        .filter(c -> c.yours() != null && c.yours().status() == CommitmentStatus.PROPOSED)
        .toList();
  }

  /** Where somebody's part stands, in a sentence. */
  public String stands(String who, SharedPart part) {
    return switch (part.status()) {
      case PROPOSED -> who + (who.equals("You") ? " have" : " has") + " not promised yet.";
      case PROMISED -> who + " promised on " + moment(part.promisedAt()) + ".";
      case DELIVERED ->
          who
              + " delivered"
              + on(part.deliveredAt())
              + (part.corrected() ? ", in time after all." : ".");
      case MISSED ->
          who
              + (part.late()
                  ? " delivered after the deadline" + on(part.deliveredAt())
                  : " promised, and did not deliver by the deadline")
              + (part.apologised() ? ", and apologised." : ".");
      case LAPSED -> who + " did not promise by the deadline. Nothing is held against anybody.";
      case DECLINED -> who + " declined.";
      case DISPUTED ->
          "One side says that it was delivered, and the other that it was not. It counts for nothing.";
      case VOIDED -> "This is void.";
    };
  }

  /** Empty when the reader said it all themselves. */
  public String recorded(SharedCommitmentView c) {
    var said =
        Stream.concat(
                c.wordsRecordedByOwner() ? Stream.of("agreed to these words") : Stream.empty(),
                c.yours() == null
                    ? Stream.empty()
                    : c.yours().recordedByOwner().stream().map(SharePage::word))
            .toList();
    return said.isEmpty()
        ? ""
        : fromAtStart() + " recorded that you " + String.join(" and ", said) + ".";
  }

  private static String word(Report.Kind kind) {
    return switch (kind) {
      case PROMISED -> "promised";
      case DECLINED -> "declined";
      case DELIVERED -> "delivered";
      case APOLOGISED -> "apologised";
      case MISSED, LAPSED, ATTESTED, DENIED, VOIDED ->
          throw new IllegalArgumentException(kind + " is nothing that somebody says of themselves");
    };
  }

  private String on(Instant at) {
    return at == null ? "" : " on " + moment(at);
  }
}
