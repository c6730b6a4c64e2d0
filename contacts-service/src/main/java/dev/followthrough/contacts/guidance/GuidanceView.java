package dev.followthrough.contacts.guidance;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.followthrough.contacts.guidance.GuidanceRule.Advice;
import dev.followthrough.contacts.guidance.Guidances.Guidance;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the owner should know before reaching out to a contact, as a client reads it. */
record GuidanceView(
    @NotNull UUID contactId,
    @Schema(
            description =
                "The day in the owner's zone for which it is said; today unless `at` is another.")
        @NotNull
        LocalDate on,
    @Schema(description = "Whether nothing objects to a touch on that day.") @NotNull
        Boolean touchIsFine,
    @Schema(
            description =
                "Whether nothing objects to an ask on that day; absent with `for=touch`. Look at"
                    + " `unknown` as well.")
        Boolean askIsFine,
    @NotNull List<GuidanceItem> items,
    @Schema(
            description =
                "What could not be looked at, since the contact's standing is not known or may not"
                    + " be read.")
        @NotNull
        List<UnknownPart> unknown) {

  /** What the owner is about to do. */
  enum Intent {
    @JsonProperty("touch")
    TOUCH,
    @JsonProperty("ask")
    ASK
  }

  /** What only a contact's standing tells. */
  enum UnknownPart {
    @JsonProperty("thanks")
    THANKS,
    @JsonProperty("apology")
    APOLOGY,
    @JsonProperty("reciprocity")
    RECIPROCITY,
    @JsonProperty("rapport")
    RAPPORT
  }

  /** One thing to be said. */
  record GuidanceItem(
      @NotNull GuidanceCode code,
      @Schema(description = "To what it objects; empty for a proposal.") @NotNull
          List<Intent> objectsTo,
      @NotBlank String words,
      @Schema(
              description =
                  "What the words rest on, by name; none for doNotContact, which is the owner's"
                      + " word alone.")
          @NotNull
          Map<String, BigDecimal> numbers,
      @Schema(
              description =
                  "The day, in the owner's zone, from which it holds no more; absent when that"
                      + " depends on what somebody does.")
          LocalDate until) {

    static GuidanceItem of(Advice advice) {
      var code = advice.code();
      return new GuidanceItem(
          code, objectsTo(code), advice.words(), advice.numbers(), advice.until());
    }

    private static List<Intent> objectsTo(GuidanceCode code) {
      if (!code.isObjection()) {
        return List.of();
      }
      return code.objectsToTouch() ? List.of(Intent.TOUCH, Intent.ASK) : List.of(Intent.ASK);
    }
  }

  /**
   * @param intent what the owner is about to do; null for either
   */
  static GuidanceView of(Guidance guidance, Intent intent) {
    var all = guidance.advice().stream().map(GuidanceItem::of).toList();
    var fits = all.stream().filter(item -> fits(item, intent)).toList();
    return new GuidanceView(
        guidance.contactId(),
        guidance.on(),
        all.stream().noneMatch(item -> item.objectsTo().contains(Intent.TOUCH)),
        intent == Intent.TOUCH
            ? null
            : all.stream().noneMatch(item -> item.objectsTo().contains(Intent.ASK)),
        fits,
        guidance.knowsStanding() ? List.of() : unknown(intent));
  }

  private static boolean fits(GuidanceItem item, Intent intent) {
    return intent == null || item.objectsTo().isEmpty() || item.objectsTo().contains(intent);
  }

  private static List<UnknownPart> unknown(Intent intent) {
    return intent == Intent.TOUCH ? List.of(UnknownPart.RAPPORT) : List.of(UnknownPart.values());
  }
}
