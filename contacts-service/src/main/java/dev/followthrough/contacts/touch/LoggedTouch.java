package dev.followthrough.contacts.touch;

/** A touch that another feature had recorded, as a client reads it. */
public record LoggedTouch(TouchView view, long version) {}
