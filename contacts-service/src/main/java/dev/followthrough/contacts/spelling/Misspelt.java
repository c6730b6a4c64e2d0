package dev.followthrough.contacts.spelling;

/** Words of which no proper spelling can be made, with the rule and what it asks. */
final class Misspelt extends Exception {

  private final String rule;

  Misspelt(String rule, String detail) {
    super(detail, null, false, false);
    this.rule = rule;
  }

  String rule() {
    return rule;
  }
}
