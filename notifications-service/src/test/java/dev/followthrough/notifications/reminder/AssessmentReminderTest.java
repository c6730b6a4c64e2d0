package dev.followthrough.notifications.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.events.AgreementOpened;
import dev.followthrough.events.AssessmentDue;
import dev.followthrough.events.AssessmentGiven;
import dev.followthrough.events.CommitmentDelivered;
import dev.followthrough.events.CommitmentDisputed;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.CommitmentPromised;
import dev.followthrough.events.Complexity;
import dev.followthrough.events.OpenCommitment;
import dev.followthrough.events.OpenedCommitment;
import dev.followthrough.events.Party;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of an agreement can be assessed is reminded of until the 14 days for it are over. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class AssessmentReminderTest extends ReminderScene {

  private static final String ASSESSMENTS = "?kind=assessments";

  private Instant dueAt;
  private Instant until;

  @BeforeEach
  void anAgreement() {
    dueAt = at(someDay(), "12:00:00");
    until = dueAt.plus(Duration.ofDays(14));
    open(dueAt);
  }

  private void deliver(UUID commitment, Party by, boolean late) {
    tell(
        new CommitmentDelivered(
            commitment,
            agreement,
            CommitmentKind.INDIVIDUAL,
            by,
            null,
            time.now(),
            Party.OWNER,
            late,
            true));
  }

  private void assess(Party by) {
    tell(
        new AssessmentGiven(
            hers, agreement, CommitmentKind.INDIVIDUAL, ADA.contactId(), by, time.now(), false));
  }

  private List<String> ofAssessments(String field) {
    return reminders(ASSESSMENTS).getList("items." + field, String.class);
  }

  @Test
  void what_the_owner_received_is_to_be_assessed_a_week_and_a_day_before_it_is_too_late() {
    deliver(mine, Party.OWNER, false);
    assertThat(ofAssessments("status")).as("nobody assesses their own").isEmpty();

    deliver(hers, HER, false);

    assertThat(ofAssessments("remindAt"))
        .containsExactly(
            until.minus(Duration.ofDays(7)).toString(), until.minus(Duration.ofDays(1)).toString());
    assertThat(ofAssessments("agreementId")).containsOnly(agreement.toString());
    advanceTo(until.minus(Duration.ofDays(7)).plusSeconds(1));
    var due = others.awaitEvent("notifications", owner.owner(), AssessmentDue.class);
    assertThat(due.until()).isEqualTo(until);
    assertThat(due.lead()).isEqualTo("PT168H");
    assertThat(due.open()).extracting(OpenCommitment::commitmentId).containsExactly(hers);
    assertThat(due.open().getFirst().by()).containsExactly(HER);
    assertThat(ofAssessments("status")).containsExactly("sent", "planned");
  }

  @Test
  void once_the_owner_has_assessed_it_they_are_not_reminded() {
    deliver(hers, HER, false);
    assess(HER);
    assertThat(ofAssessments("status")).containsExactly("planned", "planned");

    assess(Party.OWNER);

    assertThat(ofAssessments("status")).containsExactly("cancelled", "cancelled");
  }

  @Test
  void late_work_is_assessed_too_and_denied_work_is_not() {
    advanceTo(dueAt.plusSeconds(1));
    miss(hers, HER, dueAt);
    close();
    assertThat(ofAssessments("status")).isEmpty();

    deliver(hers, HER, true);
    assertThat(ofAssessments("status")).containsExactly("planned", "planned");

    tell(
        new CommitmentDisputed(
            hers, agreement, CommitmentKind.INDIVIDUAL, HER, Party.OWNER, time.now(), true));
    assertThat(ofAssessments("status")).containsExactly("cancelled", "cancelled");
  }

  @Test
  void they_keep_to_quiet_hours_and_to_the_policy() {
    live("UTC", "11:00", "13:00");
    deliver(hers, HER, false);
    var week = until.minus(Duration.ofDays(7)).plus(Duration.ofHours(1));
    assertThat(ofAssessments("remindAt"))
        .containsExactly(week.toString(), week.plus(Duration.ofDays(6)).toString());

    owner
        .request()
        .body("{\"assessments\": {\"on\": true, \"before\": [\"PT1H\"]}}")
        .put("/v1/reminder-policy")
        .then()
        .statusCode(200);

    // the quiet hours end when it is too late: before they begin
    assertThat(reminders(ASSESSMENTS + "&status=planned").getList("items.remindAt"))
        .containsExactly(until.minus(Duration.ofHours(1)).toString());
  }

  @Test
  void of_the_shared_work_each_contact_is_assessed_once_both_parts_have_ended() {
    var shared = UUID.randomUUID();
    var another = UUID.randomUUID();
    tell(
        new AgreementOpened(
            another,
            meeting,
            dueAt,
            List.of(ADA),
            List.of(new OpenedCommitment(shared, CommitmentKind.SHARED, null, null))));
    promiseShared(another, shared, Party.OWNER);
    promiseShared(another, shared, HER);
    deliverShared(another, shared, Party.OWNER, false);
    assertThat(ofAssessments("status")).isEmpty();

    deliverShared(another, shared, HER, true);

    assertThat(ofAssessments("status")).containsExactly("planned", "planned");
    assertThat(ofAssessments("agreementId")).containsOnly(another.toString());
  }

  private void promiseShared(UUID in, UUID shared, Party by) {
    tell(
        new CommitmentPromised(
            shared,
            in,
            meeting,
            CommitmentKind.SHARED,
            by,
            null,
            1,
            "Write a page",
            Complexity.SIMPLE,
            null,
            dueAt,
            Party.OWNER,
            time.now()));
  }

  private void deliverShared(UUID in, UUID shared, Party by, boolean complete) {
    tell(
        new CommitmentDelivered(
            shared, in, CommitmentKind.SHARED, by, null, time.now(), Party.OWNER, false, complete));
  }
}
