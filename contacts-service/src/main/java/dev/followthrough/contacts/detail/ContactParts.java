package dev.followthrough.contacts.detail;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.followthrough.platform.json.Checked;
import dev.followthrough.platform.json.Faults;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The smaller parts that a contact is made of. */
public final class ContactParts {

  private ContactParts() {}

  public enum Channel {
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("phone")
    PHONE,
    @JsonProperty("textMessage")
    TEXT_MESSAGE,
    @JsonProperty("messenger")
    MESSENGER,
    @JsonProperty("socialNetwork")
    SOCIAL_NETWORK,
    @JsonProperty("inPerson")
    IN_PERSON,
    @JsonProperty("other")
    OTHER
  }

  public record ContactLink(
      @NotBlank
          @Size(max = 2000)
          @Pattern(
              regexp = "[hH][tT][tT][pP][sS]?://[^\\s]+",
              message = "must be an http or https address")
          String url,
      @Size(max = 100) String label) {}

  public enum OccasionKind {
    @JsonProperty("birthday")
    BIRTHDAY,
    @JsonProperty("newJob")
    NEW_JOB,
    @JsonProperty("book")
    BOOK,
    @JsonProperty("award")
    AWARD,
    @JsonProperty("other")
    OTHER
  }

  /**
   * A day of theirs that is worth a word. Of one without a year the year is always {@link
   * #NO_YEAR}, as calendars and address books write it; a leap year, so that every day has a place
   * in it.
   */
  public record Occasion(
      @NotNull OccasionKind kind,
      @Schema(description = "Of an occasion without a year the year is 1604, whatever was said.")
          @NotNull
          LocalDate date,
      @Schema(
              description =
                  "Whether only day and month are known; it comes every year. Absent: no.")
          Boolean yearUnknown,
      @Schema(
              description =
                  "Whether it comes every year, on 28 February where it has no day of its own. Absent:"
                      + " true of a birthday and without a year, else false.")
          Boolean yearly,
      @Size(max = 200) String note)
      implements Checked {

    public static final int NO_YEAR = 1604;

    public Occasion {
      if (Boolean.TRUE.equals(yearUnknown) && date != null) {
        date = date.withYear(NO_YEAR);
      }
    }

    public Occasion(OccasionKind kind, LocalDate date, String note) {
      this(kind, date, null, null, note);
    }

    @Override
    public void check(Faults faults) {
      if (Boolean.TRUE.equals(yearUnknown) && Boolean.FALSE.equals(yearly)) {
        faults.add("/yearly", "without-year", "comes every year where the year is not known");
      }
    }

    public boolean comesYearly() {
      return yearly == null
          ? kind == OccasionKind.BIRTHDAY || Boolean.TRUE.equals(yearUnknown)
          : yearly;
    }

    /**
     * Its day that is nearest to this one: its date, or if it comes every year that of this year,
     * the year before or the year after. 29 February is kept on the 28th where there is none.
     */
    public LocalDate dayNearest(LocalDate today) {
      if (!comesYearly()) {
        return date;
      }
      return Stream.of(-1, 0, 1)
          .map(years -> date.withYear(today.getYear() + years))
          .min(Comparator.comparingLong(day -> Math.abs(ChronoUnit.DAYS.between(today, day))))
          .orElseThrow();
    }
  }

  public record Note(@NotNull LocalDate date, @NotBlank @Size(max = 4000) String text) {}

  public enum CaveatSource {
    @JsonProperty("own")
    OWN,
    @JsonProperty("heardFrom")
    HEARD_FROM
  }

  /** A private caution. Hearsay says from whom, and stays hearsay. */
  public record Caveat(
      @NotBlank @Size(max = 2000) String text,
      @NotNull LocalDate date,
      @NotNull CaveatSource source,
      @Size(max = 200) String whom)
      implements Checked {

    @Override
    public void check(Faults faults) {
      var hasWhom = whom != null && !whom.isBlank();
      if (source == CaveatSource.HEARD_FROM && !hasWhom) {
        faults.add("/whom", "required", "is required for what was heard from somebody");
      }
      if (source == CaveatSource.OWN && whom != null) {
        faults.add("/whom", "only-for-hearsay", "belongs to what was heard from somebody");
      }
    }
  }
}
