package dev.followthrough.contacts.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who these contacts are, in two statements however many they are. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Portraits {

  /**
   * Those of the ids who are in the network, in their order.
   *
   * @param withPrivateParts whether notes and caveats may be seen
   */
  public List<Portrait> of(Collection<UUID> ids, boolean withPrivateParts) {
    var contacts =
        Contact.present(ids).stream().collect(Collectors.toMap(one -> one.id, Function.identity()));
    var introducers =
        contacts.values().stream()
            .map(contact -> contact.details.introducer())
            .flatMap(Optional::stream)
            .toList();
    var names =
        introducers.isEmpty()
            ? List.<Contact>of()
            : Contact.<Contact>list("id in ?1 and removedAt is null", introducers);
    var nameById = names.stream().collect(Collectors.toMap(one -> one.id, one -> one.name));
    return ids.stream()
        .filter(contacts::containsKey)
        .map(contacts::get)
        .map(one -> Portrait.of(one, introducer(one.details, nameById), withPrivateParts))
        .toList();
  }

  /** Why somebody is not in the network: merged into another, or not there. */
  public RuntimeException missing(UUID id) {
    return Contact.missing(id);
  }

  private static String introducer(ContactFields fields, Map<UUID, String> nameById) {
    return fields.introducer().map(nameById::get).orElseGet(() -> saidBy(fields));
  }

  /** Words that are no id; of an id nobody is known by, nothing is said. */
  private static String saidBy(ContactFields fields) {
    return fields.origin() == null || fields.introducer().isPresent()
        ? null
        : fields.origin().introducedBy();
  }
}
