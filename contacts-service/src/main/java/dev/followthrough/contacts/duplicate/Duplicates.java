package dev.followthrough.contacts.duplicate;

import dev.followthrough.contacts.contact.Contacts;
import dev.followthrough.contacts.contact.UnknownContact;
import dev.followthrough.contacts.duplicate.DuplicateView.LikelyOne;
import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.sql.Sql;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Pairs of contacts who are likely to be one person: they have an e-mail address, a telephone
 * number or a link in common; or their names consist of the same words; or their names are much
 * alike (trigrams: {@value #ALIKE} or more of them in common) at the same organisation. Names are
 * none where the two have different organisations. A pair that the owner has dismissed is none.
 */
@ApplicationScoped
public class Duplicates {

  /** Of pg_trgm's similarity: "jon smith" and "john smith" have 0.57. */
  static final double ALIKE = 0.5;

  private final Contacts contacts;
  private final Preconditions preconditions;
  private final Sql sql;
  private final BusinessTime time;

  Duplicates(Contacts contacts, Preconditions preconditions, Sql sql, BusinessTime time) {
    this.contacts = contacts;
    this.preconditions = preconditions;
    this.sql = sql;
    this.time = time;
  }

  /** Those with whom was added last first. */
  @Transactional
  List<DuplicateView> list(Optional<Pair> after, int limit) {
    var newer = after.map(Pair::newer).orElse(null);
    var older = after.map(Pair::older).orElse(null);
    return sql.list(
        """
        select pair.older, pair.older_name, pair.older_organisation,
          c.id, c.name, c.details->>'organisation', pair.reasons
        from contact c cross join lateral (
          select o.id as older, o.name as older_name, o.details->>'organisation' as older_organisation,
            array_agg(distinct case key.kind when 'WORK' then 'NAME' else key.kind end) as reasons
          from contact_key key
            join contact_key same on same.owner_id = key.owner_id and same.kind = key.kind
              and same.value = key.value and same.contact_id < key.contact_id
            join contact o on o.owner_id = same.owner_id and o.id = same.contact_id
          where key.owner_id = c.owner_id and key.contact_id = c.id and o.removed_at is null
            and case key.kind
              when 'WORK' then extensions.similarity(search_form(c.name), search_form(o.name)) >= ?
              when 'NAME' then coalesce(
                search_form(c.details->>'organisation') = search_form(o.details->>'organisation'), true)
              else true end
            and not exists (
              select from not_duplicate dismissed
              where dismissed.owner_id = c.owner_id
                and dismissed.one_id = same.contact_id and dismissed.other_id = c.id)
          group by o.id, o.name, o.details) pair
        where c.removed_at is null and (?::uuid is null or c.id <= ?)
          and (?::uuid is null or (c.id, pair.older) < (?, ?))
        order by c.id desc, pair.older desc limit ?
        """,
        Duplicates::pair,
        ALIKE,
        newer,
        newer,
        newer,
        newer,
        older,
        limit);
  }

  private static DuplicateView pair(ResultSet row) throws SQLException {
    return new DuplicateView(
        List.of(
            new LikelyOne(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
            new LikelyOne(row.getObject(4, UUID.class), row.getString(5), row.getString(6))),
        Arrays.stream((String[]) row.getArray(7).getArray())
            .map(DuplicateReason::valueOf)
            .sorted()
            .toList());
  }

  /** They are not one; said twice it is said once. */
  @Transactional
  NotDuplicate dismiss(NewDismissal said) {
    var pair = Pair.of(said.contactIds().getFirst(), said.contactIds().getLast());
    // whoever says the same at the same time waits, and so does an erasure
    var held =
        Stream.of(pair.older(), pair.newer()).filter(id -> contacts.hold(id).isPresent()).toList();
    for (var i = 0; i < 2; i++) {
      UnknownContact.require(held.contains(said.contactIds().get(i)), "/contactIds/" + i);
    }
    return NotDuplicate.of(pair)
        .orElseGet(
            () -> {
              var dismissal = NotDuplicate.of(pair, time.now());
              dismissal.persistAndFlush();
              return dismissal;
            });
  }

  @Transactional
  NotDuplicate dismissal(UUID id) {
    return found(id);
  }

  @Transactional
  List<NotDuplicate> dismissals(Optional<UUID> last, int limit) {
    return NotDuplicate.after(last, limit);
  }

  /** They may be one after all. */
  @Transactional
  void takeBack(UUID id) {
    var dismissal = found(id);
    preconditions.requireMatch(dismissal.version);
    dismissal.delete();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void eraseContact(UUID contactId) {
    NotDuplicate.forget(contactId);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void eraseAll() {
    NotDuplicate.deleteAll();
  }

  private static NotDuplicate found(UUID id) {
    return NotDuplicate.<NotDuplicate>findByIdOptional(id)
        .orElseThrow(() -> Problems.notFound("dismissal", id));
  }
}
