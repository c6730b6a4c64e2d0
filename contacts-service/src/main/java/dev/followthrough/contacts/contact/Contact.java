package dev.followthrough.contacts.contact;

import dev.followthrough.contacts.contact.ContactFields.PrivateNotes;
import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.ContactChanged;
import dev.followthrough.events.ContactRemoved;
import dev.followthrough.platform.owner.OwnedEntity;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A person in the owner's network. A removed one stays for a while, unseen. */
@Entity
class Contact extends OwnedEntity {

  String name;
  boolean practiceOff;

  @JdbcTypeCode(SqlTypes.JSON)
  ContactFields details;

  @JdbcTypeCode(SqlTypes.JSON)
  PrivateNotes privateNotes;

  Instant createdAt;
  Instant changedAt;
  Instant removedAt;

  static Optional<Contact> present(UUID id) {
    return Contact.<Contact>findByIdOptional(id).filter(contact -> contact.removedAt == null);
  }

  /** The same, held on to until the transaction ends. */
  static Optional<Contact> lock(UUID id) {
    return Contact.<Contact>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .filter(contact -> contact.removedAt == null);
  }

  static List<Contact> present(Collection<UUID> ids) {
    return list("id in ?1 and removedAt is null", ids);
  }

  /** Those present, newest first. */
  static List<Contact> after(Optional<UUID> last, int limit) {
    var found =
        last.isEmpty()
            ? Contact.<Contact>find("removedAt is null order by id desc")
            : Contact.<Contact>find("removedAt is null and id < ?1 order by id desc", last.get());
    return found.page(Page.ofSize(limit)).list();
  }

  ContactAdded add(ContactFields fields, Instant now) {
    createdAt = now;
    say(fields, now);
    return new ContactAdded(id, name, practiceOff);
  }

  /** Empty when nothing changes by it. */
  Optional<ContactChanged> change(ContactFields fields, Instant now) {
    var changed = differences(fields(), fields);
    if (changed.isEmpty()) {
      return Optional.empty();
    }
    say(fields, now);
    return Optional.of(new ContactChanged(id, name, practiceOff, changed));
  }

  ContactRemoved remove(Instant now) {
    removedAt = now;
    return new ContactRemoved(id);
  }

  ContactFields fields() {
    return details.with(privateNotes);
  }

  Person person() {
    return new Person(id, name, practiceOff);
  }

  private void say(ContactFields fields, Instant now) {
    name = fields.name();
    practiceOff = fields.practiceOff();
    details = fields.openly();
    privateNotes = fields.privateNotes();
    changedAt = now;
  }

  private static List<String> differences(ContactFields before, ContactFields after) {
    var changed = new ArrayList<String>();
    for (var field : ContactFields.class.getRecordComponents()) {
      if (!Objects.equals(value(field, before), value(field, after))) {
        changed.add(field.getName());
      }
    }
    return changed;
  }

  private static Object value(RecordComponent field, ContactFields fields) {
    try {
      return field.getAccessor().invoke(fields);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
