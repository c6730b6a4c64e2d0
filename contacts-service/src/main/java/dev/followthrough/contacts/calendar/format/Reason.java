package dev.followthrough.contacts.calendar.format;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why nothing was done for an event. */
public enum Reason {
  @JsonProperty("noUid")
  NO_UID("It has no UID of at most 600 characters, so that it could not be recognised again."),
  @JsonProperty("unreadable")
  UNREADABLE("Its times or its rule of recurrence cannot be read."),
  @JsonProperty("allDay")
  ALL_DAY("It has dates and no times: a meeting begins at a time."),
  @JsonProperty("noDuration")
  NO_DURATION("It does not end after it begins."),
  @JsonProperty("tooLong")
  TOO_LONG("It lasts longer than a meeting may."),
  @JsonProperty("unknownZone")
  UNKNOWN_ZONE("Its time zone is neither an IANA zone nor defined in the file."),
  @JsonProperty("tooOften")
  TOO_OFTEN("It occurs too often to be a meeting, or its rule takes too long to work out."),
  @JsonProperty("unsupportedMethod")
  UNSUPPORTED_METHOD(
      "The file's METHOD tells of no event: it is neither PUBLISH, REQUEST nor CANCEL."),
  @JsonProperty("unsupportedRange")
  UNSUPPORTED_RANGE("It changes all that follow (RANGE=THISANDFUTURE); import the whole series."),
  @JsonProperty("noContact")
  NO_CONTACT("Nobody in it has the e-mail address of a contact."),
  @JsonProperty("ambiguousContact")
  AMBIGUOUS_CONTACT("Several contacts have an e-mail address of somebody in it: merge them first."),
  @JsonProperty("tooManyContacts")
  TOO_MANY_CONTACTS("More than 20 contacts take part."),
  @JsonProperty("contactRemoved")
  CONTACT_REMOVED("A contact of the meeting was removed."),
  @JsonProperty("notKnown")
  NOT_KNOWN("It was cancelled, and there is no meeting of it."),
  @JsonProperty("older")
  OLDER("A later version of it is known."),
  @JsonProperty("meetingHeld")
  MEETING_HELD("The meeting was held: its times and people stay."),
  @JsonProperty("meetingCancelled")
  MEETING_CANCELLED("The meeting was cancelled."),
  @JsonProperty("meetingVoided")
  MEETING_VOIDED("The meeting was voided."),
  @JsonProperty("goneFromSeries")
  GONE_FROM_SERIES("The series has it no longer.");

  private final String words;

  Reason(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
