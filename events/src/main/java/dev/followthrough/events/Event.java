package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A fact that one service tells the others. The record's components are its JSON; a consumer must
 * ignore fields it does not know. Events carry ids, facts and at most a display name.
 */
public sealed interface Event permits ContactsEvent, CommitmentsEvent, NotificationsEvent {

  /** What the event is about, as {@code kind/id}: the key of order for receivers. */
  @JsonIgnore
  String subject();
}
