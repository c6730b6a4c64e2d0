package dev.followthrough.commitments.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.followthrough.commitments.agreement.CommitmentStatus;
import dev.followthrough.commitments.shared.SharedActs;
import dev.followthrough.commitments.shared.SharedAgreements;
import dev.followthrough.commitments.shared.SharedBodies.SharedApology;
import dev.followthrough.commitments.shared.SharedBodies.SharedAssessment;
import dev.followthrough.commitments.shared.SharedBodies.SharedConfirmation;
import dev.followthrough.commitments.shared.SharedBodies.SharedDelivery;
import dev.followthrough.commitments.shared.SharedBodies.SharedPromise;
import dev.followthrough.commitments.shared.SharedBodies.SharedWord;
import dev.followthrough.commitments.shared.SharedBodies.SharedWording;
import dev.followthrough.commitments.sharelink.OpenLink;
import dev.followthrough.commitments.sharelink.ShareLinkProblems;
import dev.followthrough.platform.json.StrictJson;
import dev.followthrough.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Does what a form says, as the same call in JSON would, by the same limits and rules. */
@ApplicationScoped
class FormActs {

  private final SharedActs acts;
  private final SharedAgreements agreements;
  private final StrictJson json;

  FormActs(SharedActs acts, SharedAgreements agreements, StrictJson json) {
    this.acts = acts;
    this.agreements = agreements;
    this.json = json;
  }

  void perform(OpenLink link, UUID id, Said act, Form form) {
    switch (act) {
      case PROMISE ->
          acts.promise(link, id, bind(form.jsonWithNumber("wording"), SharedPromise.class));
      case DECLINE -> acts.decline(link, id, bind(form.json("note"), SharedWord.class));
      case PROPOSE ->
          acts.propose(link, id, bind(form.json("text", "complexity"), SharedWording.class));
      case ACCEPT -> acts.accept(link, id, number(form));
      case DELIVER -> acts.deliver(link, id, bind(delivery(form), SharedDelivery.class));
      case CONFIRM ->
          acts.confirm(link, id, bind(confirmation(link, id, form), SharedConfirmation.class));
      case DENY -> acts.deny(link, id, bind(form.json("note"), SharedWord.class));
      case APOLOGISE ->
          acts.apologise(link, id, bind(form.json("said", "offered"), SharedApology.class));
      case ASSESS ->
          acts.assess(
              link, id, bind(form.jsonWithNumber("value", "comment"), SharedAssessment.class));
      case NO_THANKS -> throw ShareLinkProblems.nothing(); // of the whole, not of one
    }
  }

  private <T> T bind(ObjectNode body, Class<T> type) {
    return json.bind(body, type);
  }

  private static int number(Form form) {
    var number = form.get("wording");
    if (number == null || !number.matches("[1-9]\\d{0,2}")) {
      throw Problems.invalid("/wording", "required", "does not name a wording");
    }
    return Integer.parseInt(number);
  }

  private static ObjectNode delivery(Form form) {
    var body = form.json("note");
    if (form.get("evidence") != null) {
      body.putArray("evidence").add(form.get("evidence"));
    }
    return body;
  }

  /** After a miss it matters whether it arrived in time; who says so need not know the minute. */
  private ObjectNode confirmation(OpenLink link, UUID id, Form form) {
    var body = form.json("note");
    var agreement = agreements.read(link);
    boolean missed =
        agreement.commitments().stream()
            .anyMatch(
                c ->
                    c.id().equals(id)
                        && c.owners() != null
                        && c.owners().status() == CommitmentStatus.MISSED);
    if (missed) {
      switch (String.valueOf(form.get("when"))) {
        case "inTime" -> body.put("happenedAt", agreement.dueAt().toString());
        case "late" -> {} // now, as far as anybody knows
        default -> throw Problems.invalid("/when", "required", "is required");
      }
    }
    return body;
  }
}
