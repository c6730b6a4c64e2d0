package dev.followthrough.commitments.action;

import java.util.List;

/**
 * Where the things of one kind that are to be done lie, as pieces of SQL; never made of what a
 * client says. A piece may name {@code :now}, {@code :today} and what its source adds.
 *
 * @param from the tables
 * @param subject the id of what it is about
 * @param at by what it is ranked; an index should be in the order of this and the subject
 * @param occurrence which time it is
 * @param contact the column of the one contact it is with; null where there can be several
 * @param contacts an array of all it is with
 * @param open when it is to be done
 * @param present what holds of one of its contacts {@code p} beside not being removed; or true
 * @param near a condition by which those with any of {@code :inner} are found; or true
 * @param details what else the source reads, as text
 */
public record Shape(
    String from,
    String subject,
    String at,
    String occurrence,
    String contact,
    String contacts,
    String open,
    String present,
    String near,
    List<String> details) {

  private static final String ANYBODY = "true";

  /** Somebody whom the owner wants to be told to be in touch with. */
  public static final String WANTED =
      "p.circle <> 'RELEASED'"
          + " and coalesce((p.facts ->> 'doNotContact')::boolean, false) = false";

  public static Shape withOne(
      String from,
      String subject,
      String at,
      String occurrence,
      String contact,
      String open,
      String... details) {
    return new Shape(
        from,
        subject,
        at,
        occurrence,
        contact,
        "array[" + contact + "]",
        open,
        ANYBODY,
        ANYBODY,
        List.of(details));
  }

  public static Shape withSeveral(
      String from,
      String subject,
      String at,
      String occurrence,
      String contacts,
      String open,
      String... details) {
    return new Shape(
        from, subject, at, occurrence, null, contacts, open, ANYBODY, ANYBODY, List.of(details));
  }

  /** The same, only with those of whom that holds. */
  public Shape amongThose(String condition) {
    return new Shape(
        from, subject, at, occurrence, contact, contacts, open, condition, near, details);
  }

  /** The same, and those with any of {@code :inner} are found by this, which may find more. */
  public Shape nearBy(String condition) {
    return new Shape(
        from, subject, at, occurrence, contact, contacts, open, present, condition, details);
  }

  /** Whether one of those it is with is one of these. */
  String isWithAny(String ids) {
    return contact == null ? contacts + " && " + ids : contact + " = any(" + ids + ")";
  }

  String isWith(String id) {
    return contact == null ? id + " = any(" + contacts + ")" : contact + " = " + id;
  }

  /** To be looked up for each row, rather than joined with all the owner's contacts. */
  String isPresent() {
    return "(select true from person p where %s and p.removed = false and %s limit 1)"
        .formatted(contact == null ? "p.id = any(" + contacts + ")" : "p.id = " + contact, present);
  }
}
