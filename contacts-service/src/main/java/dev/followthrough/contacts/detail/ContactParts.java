package dev.followthrough.contacts.detail;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.followthrough.platform.json.Checked;
import dev.followthrough.platform.json.Faults;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

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

  public record Occasion(
      @NotNull OccasionKind kind, @NotNull LocalDate date, @Size(max = 200) String note) {}

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
