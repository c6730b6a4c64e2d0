package dev.followthrough.system.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.followthrough.system.client.Api.Answer;
import dev.followthrough.system.client.Receiver.Received;
import java.io.PrintStream;

/** Tells on the screen what the demo does and what arrives, in words and JSON. */
final class Story {

  private static final int WIDEST = 400;

  private final PrintStream out = System.out;
  private int steps;

  synchronized void say(String words) {
    out.println(words);
  }

  synchronized void step(String words) {
    steps++;
    out.printf("%n%d. %s%n", steps, words);
  }

  /** Shows a call's answer and gives its JSON; a refusal ends the demo. */
  synchronized JsonNode sent(String call, Answer answer) {
    out.printf("   %s -> %d %s%n", call, answer.status(), brief(answer.json()));
    return answer.orThrow();
  }

  /** Shows what was read of somebody. */
  synchronized void shown(String whose, JsonNode json) {
    out.printf("   %s: %s%n", whose, json);
  }

  synchronized void arrived(Received one) {
    out.printf(
        "   <== %s  %s%n       %s%n",
        one.type(),
        one.verified() ? "(signature valid)" : "(SIGNATURE NOT VALID)",
        brief(one.body().path("data")));
  }

  synchronized void end(Arrivals arrivals, boolean complete) {
    out.printf("%nArrived at the receiver: %s%n", arrivals.counts());
    if (complete) {
      out.println("Every expected event arrived, once, with a valid signature.");
    } else {
      out.println("That is not what was expected:");
      arrivals.faults().forEach(fault -> out.println("  " + fault));
    }
  }

  private static String brief(JsonNode json) {
    var text = json.isMissingNode() ? "" : json.toString();
    if (text.contains("\"secret\"")) {
      text = text.replaceAll("\"whsec_[^\"]*\"", "\"whsec_…\"");
    }
    return text.length() <= WIDEST ? text : text.substring(0, WIDEST) + "…";
  }
}
