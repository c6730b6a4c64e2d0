package dev.followthrough.notifications.delivery;

import dev.followthrough.platform.json.Checked;
import dev.followthrough.platform.json.Faults;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A delivery as the API shows it. */
record DeliveryView(
    @NotNull UUID id,
    @NotNull UUID endpointId,
    @NotNull @Schema(description = "The header `webhook-id` of every try.") UUID eventId,
    @NotNull String eventType,
    @NotNull Long sequence,
    @NotNull DeliveryStatus status,
    @NotNull Integer attempts,
    @Schema(description = "When it is tried next; absent once it is delivered or failed.")
        Instant nextAttemptAt,
    @NotNull Instant createdAt,
    Instant deliveredAt) {

  static DeliveryView of(Delivery delivery) {
    return new DeliveryView(
        delivery.id,
        delivery.endpointId,
        delivery.eventId,
        delivery.eventType,
        delivery.sequence,
        delivery.status,
        delivery.attempts,
        delivery.nextAttemptAt,
        delivery.createdAt,
        delivery.deliveredAt);
  }

  /** A delivery with the log of its attempts. */
  record DeliveryWithAttempts(
      @NotNull DeliveryView delivery, @NotNull List<DeliveryAttemptView> attempts) {

    static DeliveryWithAttempts of(Deliveries.WithAttempts found) {
      return new DeliveryWithAttempts(
          DeliveryView.of(found.delivery()),
          found.attempts().stream().map(DeliveryAttemptView::of).toList());
    }
  }

  /** One try. */
  record DeliveryAttemptView(
      @NotNull Integer number,
      @NotNull Instant startedAt,
      @NotNull Long latencyMs,
      @Schema(description = "The status that the endpoint answered with; absent when none came.")
          Integer statusCode,
      @NotNull
          @Schema(
              description =
                  "`delivered`, `failed`, or `refused`: nothing was sent, for the reason in"
                      + " `detail` (not a public address; no longer in the event log; figures that"
                      + " the endpoint may not get any more).")
          String outcome,
      @Schema(description = "Why it did not succeed, in words.") String detail,
      @Schema(description = "The start of the answer, at most 1 kB.") String excerpt) {

    static DeliveryAttemptView of(Attempt attempt) {
      return new DeliveryAttemptView(
          attempt.number,
          attempt.startedAt,
          attempt.latencyMs,
          attempt.statusCode,
          attempt.outcome,
          attempt.detail,
          attempt.excerpt);
    }
  }

  /** A part of the list of deliveries, the newest first. */
  record DeliveryPage(@NotNull List<DeliveryView> items, String nextCursor) {}

  /** From when on what failed is to be sent again: an instant, or a place in the event log. */
  record RecoveryRequest(
      @Schema(description = "What was to be sent then or later.") Instant since,
      @Min(0) @Schema(description = "What is after this `sequence` of the event log.") Long after,
      @Schema(
              description =
                  "Also send what the endpoint wants and was never sent, as from before it was made;"
                      + " of up to 2,000 events of the log in one call.",
              defaultValue = "false")
          Boolean missed)
      implements Checked {

    @Override
    public void check(Faults faults) {
      if ((since == null) == (after == null)) {
        faults.add("/since", "one-of", "give either since or after");
      }
    }
  }

  /** How many deliveries were put back into the queue. */
  record Recovery(
      @NotNull Integer recovered,
      @NotNull @Schema(description = "How many deliveries were made of what was missed.")
          Integer replayed,
      @Schema(description = "Give it as `after` to look for more of what was missed.")
          Long continueAfter) {}
}
