package dev.followthrough.contacts.testing;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;

/** What tests of touches and of what follows from them have in common. */
public abstract class TouchesApi extends ContactsApi {

  protected static final Duration DAY = Duration.ofDays(1);

  /** Records a touch that happened so long ago; {@code more} are further fields. */
  protected ValidatableResponse record(
      String contactId, String direction, Duration ago, String more) {
    return post(
        "/v1/touches",
        """
        {"contactId": "%s", "direction": "%s", "kind": "email", "happenedAt": "%s"%s}
        """
            .formatted(contactId, direction, at(ago.negated()), more.isEmpty() ? "" : ", " + more));
  }

  /** The same, for one that must be taken: its id. */
  protected String touch(String contactId, String direction, Duration ago, String more) {
    return record(contactId, direction, ago, more).statusCode(201).extract().path("id");
  }

  protected String question(String contactId, Duration ago) {
    return touch(contactId, "inbound", ago, "\"asksQuestion\": true");
  }

  protected String thanks(String contactId, Duration ago) {
    return touch(contactId, "inbound", ago, "\"saysThanks\": true");
  }

  protected String answer(String contactId, String to) {
    return touch(contactId, "outbound", Duration.ZERO, answers(to));
  }

  protected static String answers(String to) {
    return "\"answers\": \"%s\"".formatted(to);
  }

  /** The ids of what is open now, the longest wait first. */
  protected List<String> openLoops() {
    return get("/v1/open-loops?limit=200").statusCode(200).extract().path("items.id");
  }
}
