package dev.followthrough.contacts.presence;

/**
 * Said within the transaction that changes when, or whether, it is some contact's turn to be
 * written to, or how contacts are named: what was planned may hold no more.
 */
public record TurnMoved() {}
