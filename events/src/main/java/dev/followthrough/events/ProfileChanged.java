package dev.followthrough.events;

/** The owner's profile changed. {@code timeZone} is an IANA zone. */
@EventType("profile.changed")
public record ProfileChanged(String timeZone) implements ContactsEvent {
  @Override
  public String subject() {
    return "profile";
  }
}
