package dev.followthrough.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdkMethodsTest {

  @ParameterizedTest
  @CsvSource({
    "createContact, contacts, create",
    "listContacts, contacts, list",
    "changeContacts, contacts, changeContacts",
    "listCircleProposals, circles, listProposals",
    "recordAskOutcome, asks, recordOutcome",
    "letOpenLoopGo, open-loops, letGo",
    "createWebhookEndpoint, webhook-endpoints, create",
    "rotateWebhookSecret, webhook-endpoints, rotateWebhookSecret",
    "getDelivery, deliveries, get",
    "recordTouch, touches, record",
    "getStanding, standing, get",
    "apologise, commitments, apologise",
    "listMeetings, meetings, list",
    "getContactBrief, briefs, getContactBrief",
    "getContactless, contacts, getContactless",
    "voidMeeting, meetings, voidMeeting",
    "importCalendar, calendar, importCalendar",
  })
  void an_operation_drops_the_word_of_its_tag_unless_that_leaves_a_reserved_one(
      String operationId, String tag, String method) {
    assertThat(SdkMethods.shortened(operationId, tag)).isEqualTo(method);
  }
}
