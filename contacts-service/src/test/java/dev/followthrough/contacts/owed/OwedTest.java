package dev.followthrough.contacts.owed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contacts.testing.ContactsApi;
import dev.followthrough.events.AgreementChanged;
import dev.followthrough.events.AgreementOpened;
import dev.followthrough.events.AgreementVoided;
import dev.followthrough.events.CommitmentApologised;
import dev.followthrough.events.CommitmentCorrected;
import dev.followthrough.events.CommitmentDeclined;
import dev.followthrough.events.CommitmentDelivered;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.CommitmentLapsed;
import dev.followthrough.events.CommitmentMissed;
import dev.followthrough.events.CommitmentPromised;
import dev.followthrough.events.CommitmentVoided;
import dev.followthrough.events.CommitmentWorded;
import dev.followthrough.events.Complexity;
import dev.followthrough.events.OpenedCommitment;
import dev.followthrough.events.Participant;
import dev.followthrough.events.Party;
import dev.followthrough.platform.id.Ids;
import dev.followthrough.platform.owner.Owners;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A4: what is owed both ways, by the events of commitments-service, as a brief shows it. */
@QuarkusTest
class OwedTest extends ContactsApi {

  @Inject Owners owners;

  private final UUID agreement = Ids.next();
  private final UUID meeting = Ids.next();
  private final Instant due = Instant.parse("2026-12-01T10:00:00Z");
  private final UUID shared = Ids.next();
  private final UUID mine = Ids.next();
  private final UUID theirs = Ids.next();
  private final UUID others = Ids.next();
  private long position;

  @Test
  void what_has_words_or_is_promised_is_owed_by_each_to_the_other() {
    var ada = opened("Ada");
    assertThat(owed(ada)).isEmpty();

    word(theirs, Party.contact(ada), Party.OWNER, "Review the draft");
    promise(mine, Party.OWNER, Party.contact(ada), "Send the paper");
    word(shared, null, null, "Write an article");
    promise(shared, Party.contact(ada), null, "Write an article");

    assertThat(owed(ada))
        .containsExactlyInAnyOrder(
            "owner promised Send the paper",
            "owner proposed Write an article",
            "contact promised Write an article",
            "contact proposed Review the draft");
  }

  @Test
  void a_wording_that_waits_is_not_in_force() {
    var ada = opened("Ada");
    word(theirs, Party.contact(ada), Party.OWNER, "Review the draft");

    tell(worded(theirs, Party.contact(ada), Party.OWNER, "Praise the draft", false));

    assertThat(owed(ada)).containsExactly("contact proposed Review the draft");
  }

  @Test
  void what_was_delivered_declined_lapsed_or_voided_is_owed_no_more() {
    var ada = opened("Ada");
    var contact = Party.contact(ada);
    promise(mine, Party.OWNER, contact, "Send the paper");
    word(theirs, contact, Party.OWNER, "Review the draft");
    promise(shared, Party.OWNER, null, "Write an article");

    deliver(mine, CommitmentKind.INDIVIDUAL, Party.OWNER, false);
    tell(
        new CommitmentDeclined(
            theirs, agreement, CommitmentKind.INDIVIDUAL, contact, Party.OWNER, time.now()));
    tell(new CommitmentVoided(shared, agreement, CommitmentKind.SHARED, List.of(Party.OWNER)));
    assertThat(owed(ada)).containsExactly("contact proposed Write an article");
    tell(new CommitmentLapsed(shared, agreement, CommitmentKind.SHARED, List.of(contact)));

    assertThat(owed(ada)).isEmpty();
  }

  @Test
  void the_owners_own_miss_stays_until_the_apology_a_contacts_does_not() {
    var ada = opened("Ada");
    promise(mine, Party.OWNER, Party.contact(ada), "Send the paper");
    promise(theirs, Party.contact(ada), Party.OWNER, "Review the draft");

    miss(mine, CommitmentKind.INDIVIDUAL, Party.OWNER);
    miss(theirs, CommitmentKind.INDIVIDUAL, Party.contact(ada));
    deliver(mine, CommitmentKind.INDIVIDUAL, Party.OWNER, true);
    assertThat(owed(ada)).containsExactly("owner missed Send the paper");
    tell(new CommitmentApologised(mine, agreement, Party.OWNER, time.now()));

    assertThat(owed(ada)).isEmpty();
  }

  @Test
  void a_miss_that_was_none_is_owed_no_more() {
    var ada = opened("Ada");
    promise(mine, Party.OWNER, Party.contact(ada), "Send the paper");
    miss(mine, CommitmentKind.INDIVIDUAL, Party.OWNER);

    tell(
        new CommitmentCorrected(
            mine,
            agreement,
            CommitmentKind.INDIVIDUAL,
            Party.OWNER,
            Party.contact(ada),
            time.now(),
            true));

    assertThat(owed(ada)).isEmpty();
  }

  @Test
  void in_a_group_the_owners_own_is_owed_to_whom_the_owner_names_and_parts_to_everybody() {
    var ada = contact("Ada");
    var bob = contact("Bob");
    open(UUID.fromString(ada), UUID.fromString(bob));

    word(mine, Party.OWNER, Party.contact(UUID.fromString(ada)), "Send the paper");
    assertThat(owed(ada)).containsExactly("owner proposed Send the paper");
    word(mine, Party.OWNER, Party.contact(UUID.fromString(bob)), "Send the paper");
    word(shared, null, null, "Write an article");
    promise(shared, Party.OWNER, null, "Write an article");

    assertThat(owed(ada))
        .containsExactlyInAnyOrder(
            "owner promised Write an article", "contact proposed Write an article");
    assertThat(owed(bob))
        .containsExactlyInAnyOrder(
            "owner proposed Send the paper",
            "owner promised Write an article",
            "contact proposed Write an article");
  }

  @Test
  void an_earlier_deadline_and_the_end_of_the_agreement_are_followed() {
    var ada = opened("Ada");
    word(theirs, Party.contact(ada), Party.OWNER, "Review the draft");
    var earlier = due.minus(Duration.ofDays(2));

    tell(new AgreementChanged(agreement, meeting, earlier));
    assertThat(brief(ada).<String>path("owed.byContact[0].dueAt")).isEqualTo(earlier.toString());
    tell(new AgreementVoided(agreement, meeting));

    assertThat(owed(ada)).isEmpty();
  }

  @Test
  void an_agreement_that_was_under_way_brings_nobody_back_who_was_erased() {
    var ada = UUID.fromString(contact("Ada"));
    var bob = UUID.fromString(contact("Bob"));
    var before = time.now();
    post("/v1/erasures", "{\"contactId\": \"%s\"}".formatted(ada)).statusCode(202);

    publish(opening(ada, bob), before);
    word(shared, null, null, "Write an article");

    assertThat(owed(bob)).hasSize(2);
    assertThat(rowsOf(ada)).isZero();
  }

  @Test
  void an_erased_contact_owes_nothing_and_is_owed_nothing() {
    var ada = opened("Ada");
    promise(mine, Party.OWNER, Party.contact(ada), "Send the paper");
    assertThat(owed(ada)).hasSize(1);
    assertThat(rowsOf(ada)).isEqualTo(4);

    post("/v1/erasures", "{\"contactId\": \"%s\"}".formatted(ada)).statusCode(202);

    assertThat(rowsOf(ada)).isZero();
  }

  private UUID opened(String name) {
    var id = UUID.fromString(contact(name));
    open(id);
    return id;
  }

  private void open(UUID... contactIds) {
    publish(opening(contactIds), time.now());
  }

  private AgreementOpened opening(UUID... contactIds) {
    var people = List.of(contactIds);
    var only = people.size() == 1 ? Party.contact(people.getFirst()) : null;
    var commitments = new ArrayList<OpenedCommitment>();
    commitments.add(new OpenedCommitment(shared, CommitmentKind.SHARED, null, null));
    commitments.add(new OpenedCommitment(mine, CommitmentKind.INDIVIDUAL, Party.OWNER, only));
    for (var i = 0; i < people.size(); i++) {
      commitments.add(
          new OpenedCommitment(
              i == 0 ? theirs : others,
              CommitmentKind.INDIVIDUAL,
              Party.contact(people.get(i)),
              Party.OWNER));
    }
    return new AgreementOpened(
        agreement,
        meeting,
        due,
        people.stream().map(id -> new Participant(id, "Somebody")).toList(),
        commitments);
  }

  private void word(UUID commitment, Party promiser, Party receiver, String words) {
    tell(worded(commitment, promiser, receiver, words, true));
  }

  private CommitmentWorded worded(
      UUID commitment, Party promiser, Party receiver, String words, boolean inForce) {
    return new CommitmentWorded(
        commitment,
        agreement,
        promiser == null ? CommitmentKind.SHARED : CommitmentKind.INDIVIDUAL,
        promiser,
        receiver,
        1,
        words,
        Complexity.SIMPLE,
        null,
        Party.OWNER,
        inForce);
  }

  private void promise(UUID commitment, Party by, Party receiver, String words) {
    tell(
        new CommitmentPromised(
            commitment,
            agreement,
            meeting,
            receiver == null ? CommitmentKind.SHARED : CommitmentKind.INDIVIDUAL,
            by,
            receiver,
            1,
            words,
            Complexity.SIMPLE,
            null,
            due,
            Party.OWNER,
            time.now()));
  }

  private void deliver(UUID commitment, CommitmentKind kind, Party by, boolean late) {
    tell(
        new CommitmentDelivered(
            commitment, agreement, kind, by, null, time.now(), Party.OWNER, late, true));
  }

  private void miss(UUID commitment, CommitmentKind kind, Party by) {
    tell(new CommitmentMissed(commitment, agreement, meeting, kind, List.of(by), null, null, due));
  }

  private void tell(Object event) {
    publish(event, time.now());
  }

  private void publish(Object event, Instant at) {
    probe.publish("commitments", ownerId(), event, at);
    position++;
  }

  private List<String> owed(Object contactId) {
    var brief = brief(contactId);
    var all = new ArrayList<String>();
    for (var side : List.of("owner", "contact")) {
      var path = side.equals("owner") ? "owed.byOwner" : "owed.byContact";
      var states = brief.<List<String>>path(path + ".state");
      var words = brief.<List<String>>path(path + ".words");
      for (var i = 0; i < states.size(); i++) {
        all.add("%s %s %s".formatted(side, states.get(i), words.get(i)));
      }
    }
    return all;
  }

  /** As of all that was told. */
  private ExtractableResponse<Response> brief(Object contactId) {
    return api()
        .header("Followthrough-Position", "commitments." + position)
        .get("/v1/contacts/%s/brief".formatted(contactId))
        .then()
        .statusCode(200)
        .extract();
  }

  private long rowsOf(UUID contactId) {
    return owners.act(ownerId(), () -> Owed.count("contactId", contactId));
  }
}
