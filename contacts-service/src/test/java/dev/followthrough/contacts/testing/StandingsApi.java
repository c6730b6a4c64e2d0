package dev.followthrough.contacts.testing;

import dev.followthrough.events.CommitmentsEvent;
import dev.followthrough.events.GapVerdict;
import dev.followthrough.events.ReciprocityBalance;
import dev.followthrough.events.ReliabilityState;
import dev.followthrough.events.StandingChanged;
import dev.followthrough.events.StandingReciprocity;
import dev.followthrough.events.StandingReliability;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What tests of what follows from a contact's standing have in common. */
public abstract class StandingsApi extends TouchesApi {

  private int told;

  /** Tells it as commitments-service does, and waits until it has been heard. */
  protected void tell(CommitmentsEvent event) {
    probe.publish("commitments", ownerId(), event, time.now());
    told++;
    api()
        .header("Followthrough-Position", "commitments." + told)
        .get("/v1/profile")
        .then()
        .statusCode(200);
  }

  protected StandingChanged reliable(
      String contactId, Double lower, Double upper, Instant oneWaySince) {
    var reliability =
        new StandingReliability(ReliabilityState.TESTED, 0.7, lower, upper, 3.0, 3, 0);
    return standing(contactId, reliability, null, 0, 0, null, oneWaySince);
  }

  protected StandingChanged owing(String contactId, int apologies, int thanks, GapVerdict gap) {
    var value = new StandingReciprocity(0.43, 1, 6, ReciprocityBalance.OWNER_OWES);
    return standing(contactId, null, value, apologies, thanks, gap, null);
  }

  private StandingChanged standing(
      String contactId,
      StandingReliability reliability,
      StandingReciprocity value,
      int apologies,
      int thanks,
      GapVerdict gap,
      Instant oneWaySince) {
    return new StandingChanged(
        UUID.fromString(contactId),
        time.now(),
        reliability,
        null,
        null,
        value,
        apologies,
        thanks,
        gap,
        oneWaySince,
        false,
        null,
        List.of());
  }
}
