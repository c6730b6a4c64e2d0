package dev.followthrough.contacts.conversation;

import dev.followthrough.contacts.detail.ContactParts.Occasion;
import java.time.LocalDate;
import java.util.List;

/**
 * What is known before a conversation with one contact. Lists may be empty; days are the owner's.
 *
 * @param met whether there was a held meeting with them
 * @param work what they do, such as "weaver at Looms Ltd", or null
 * @param talkedAbout of what the two talked when they came to know each other, or null
 * @param introducedBy a name, or null
 * @param location theirs, as parts between commas, or null
 * @param ownMisses what the owner promised them and missed without an apology
 * @param theirPromises what they promised and have not delivered yet
 * @param questions when they asked something that nobody answered
 * @param thanks when they said thanks that nobody acknowledged
 * @param goals open ones that the meeting or the contact serves
 * @param ownerOffers what the owner offers
 */
public record Facts(
    LocalDate today,
    boolean met,
    String work,
    String talkedAbout,
    String introducedBy,
    String location,
    List<String> expertise,
    List<String> sharedInterests,
    List<String> needs,
    List<String> offers,
    List<Occasion> occasions,
    List<Dated> ownMisses,
    List<Dated> theirPromises,
    List<LocalDate> questions,
    List<LocalDate> thanks,
    List<Dated> lastTopics,
    List<Dated> goals,
    List<Stay> trips,
    List<String> ownerOffers) {

  /** Words with a day that belongs to them, which may be null. */
  public record Dated(String words, LocalDate day) {}

  /** Days that the owner spends in a place, both counted. */
  public record Stay(String place, LocalDate from, LocalDate to) {}
}
