package dev.followthrough.contacts.contact;

import dev.followthrough.contacts.search.ContactFinder;
import dev.followthrough.contacts.search.ContactSearch;
import dev.followthrough.contacts.search.Hit;
import dev.followthrough.contacts.spelling.Spelling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The contacts that a client asks for: by words and facets, or by an address or number of theirs.
 */
@ApplicationScoped
class ContactLists {

  /** A contact that was found, with its rank among those found. */
  record Found(Contact contact, int rank) {}

  private final ContactFinder finder;
  private final ContactAddresses addresses;
  private final Spelling spelling;

  ContactLists(ContactFinder finder, ContactAddresses addresses, Spelling spelling) {
    this.finder = finder;
    this.addresses = addresses;
    this.spelling = spelling;
  }

  /** The best first where words are asked for, else the newest. */
  @Transactional
  List<Found> find(ContactSearch search, Optional<Hit> after, int limit) {
    return found(finder.find(search, after, limit));
  }

  /** Those who have an e-mail address, letter case aside; the newest first. */
  @Transactional
  List<Found> withEmail(String email, boolean removed, Optional<Hit> after, int limit) {
    return with(email, removed, after, limit);
  }

  /**
   * Those who have a telephone number, however it is spelt; the newest first.
   *
   * @throws dev.followthrough.platform.problem.ProblemException when it is no telephone number
   */
  @Transactional
  List<Found> withPhone(String phone, boolean removed, Optional<Hit> after, int limit) {
    return with(spelling.phoneAskedFor(phone), removed, after, limit);
  }

  private List<Found> with(String address, boolean removed, Optional<Hit> after, int limit) {
    var ids = addresses.find(address, removed, after.map(Hit::id).orElse(null), limit);
    return found(ids.stream().map(id -> new Hit(id, 0)).toList());
  }

  private static List<Found> found(List<Hit> hits) {
    var byId =
        Contact.<Contact>list("id in ?1", hits.stream().map(Hit::id).toList()).stream()
            .collect(Collectors.toMap(contact -> contact.id, Function.identity()));
    return hits.stream()
        .filter(hit -> byId.containsKey(hit.id()))
        .map(hit -> new Found(byId.get(hit.id()), hit.rank()))
        .toList();
  }
}
