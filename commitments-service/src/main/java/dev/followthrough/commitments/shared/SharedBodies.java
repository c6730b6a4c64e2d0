package dev.followthrough.commitments.shared;

import dev.followthrough.commitments.delivery.NewDelivery;
import dev.followthrough.events.Complexity;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody says through a share link. It is always said by them and about what is theirs or
 * owed to them, so that nothing here names a person.
 */
public final class SharedBodies {

  private SharedBodies() {}

  /** I promise. */
  @Schema(name = "SharedPromise")
  public record SharedPromise(
      @Min(1)
          @Max(100)
          @Schema(description = "The wording that is promised. Absent: the one in force.")
          Integer wording) {

    public static final SharedPromise PLAIN = new SharedPromise(null);
  }

  /** A word with it. */
  @Schema(name = "SharedWord")
  public record SharedWord(@Size(max = 2000) String note) {

    public static final SharedWord NONE = new SharedWord(null);
  }

  /** I would rather do this. */
  @Schema(name = "SharedWording")
  public record SharedWording(
      @NotBlank @Size(max = 1000) @Schema(examples = "Two links instead of one") String text,
      @Schema(description = "Absent: as it is now.") Complexity complexity) {}

  /** I did it. */
  @Schema(name = "SharedDelivery")
  public record SharedDelivery(
      @Schema(description = "Not after now and not before the promise. Absent: now.")
          Instant happenedAt,
      @Size(max = 2000) String note,
      @Size(max = 20) @Schema(description = "Links that show it, `https` only.")
          List<@Size(max = 2000) @Pattern(regexp = NewDelivery.LINK) String> evidence) {

    public static final SharedDelivery PLAIN = new SharedDelivery(null, null, null);
  }

  /** It arrived. */
  @Schema(name = "SharedConfirmation")
  public record SharedConfirmation(
      @Schema(description = "When it arrived. Absent: now.") Instant happenedAt,
      @Size(max = 2000) String note) {

    public static final SharedConfirmation PLAIN = new SharedConfirmation(null, null);
  }

  /** I am sorry. */
  @Schema(name = "SharedApology")
  public record SharedApology(
      @NotBlank @Size(max = 2000) @Schema(examples = "Sorry, the week ran away from me")
          String said,
      @Size(max = 2000) @Schema(description = "What is offered instead.") String offered) {}

  /** How it was. */
  @Schema(name = "SharedAssessment")
  public record SharedAssessment(
      @NotNull @Min(1) @Max(5) @Schema(description = "1 unusable, 3 as agreed, 5 far beyond.")
          Integer value,
      @Size(max = 2000) String comment) {}

  /** I want to be forgotten, and mean it. */
  @Schema(name = "ForgetMe")
  public record ForgetMe(
      @NotNull
          @AssertTrue(message = "must be true, because there is no way back through the link")
          @Schema(description = "`true`, so that nobody says it by mistake.", examples = "true")
          Boolean confirm) {}
}
