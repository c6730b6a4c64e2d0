package dev.followthrough.notifications.email;

import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The owner's address and what is mailed to it. What is to be recovered, the code and the token of
 * the links, is sealed. How many codes were mailed stays when the address goes.
 */
@Entity
@Table(name = "email_address")
class EmailAddress extends OwnedEntity {

  static final Duration CODE_COUNTS = Duration.ofHours(24);
  static final int MOST_TRIES = 5;
  static final Duration CODES_WITHIN = Duration.ofHours(24);
  static final int MOST_CODES = 5;

  String address;

  @Enumerated(EnumType.STRING)
  EmailStatus status = EmailStatus.NONE;

  boolean reminders = true;
  boolean digests = true;
  String code;
  Instant codeUntil;
  int codeTries;
  Instant codesSince;
  int codes;
  String unsubscribeToken;

  static Optional<EmailAddress> mine() {
    return EmailAddress.findByIdOptional(CurrentOwner.require());
  }

  /** The owner's row, made if need be, and held on to until the transaction ends. */
  static EmailAddress lockMine() {
    var owner = CurrentOwner.require();
    getEntityManager()
        .createNativeQuery(
            """
            insert into email_address (owner_id, id, version) values (?1, ?1, 0)
            on conflict do nothing
            """)
        .setParameter(1, owner)
        .executeUpdate();
    return EmailAddress.findById(owner, LockModeType.PESSIMISTIC_WRITE);
  }

  boolean is(EmailStatus one) {
    return status == one;
  }

  boolean awaitsCode(Instant now) {
    return is(EmailStatus.UNCONFIRMED) && codeTries < MOST_TRIES && now.isBefore(codeUntil);
  }

  /** Whether this address is as good as known: confirmed, or its code on the way. */
  boolean hasAsked(String address, Instant now) {
    return address.equals(this.address) && (is(EmailStatus.CONFIRMED) || awaitsCode(now));
  }

  /** When the next code may be mailed; empty for now. */
  Optional<Instant> nextCodeAt(Instant now) {
    return countsCodesAt(now) && codes >= MOST_CODES
        ? Optional.of(codesSince.plus(CODES_WITHIN))
        : Optional.empty();
  }

  private boolean countsCodesAt(Instant now) {
    return codesSince != null && now.isBefore(codesSince.plus(CODES_WITHIN));
  }

  void ask(String address, String sealedCode, String sealedToken, Instant now) {
    if (!countsCodesAt(now)) {
      codesSince = now;
      codes = 0;
    }
    codes++;
    this.address = address;
    status = EmailStatus.UNCONFIRMED;
    code = sealedCode;
    codeUntil = now.plus(CODE_COUNTS);
    codeTries = 0;
    unsubscribeToken = sealedToken;
  }

  /** Confirmed or ended: no code counts any more. */
  void settle(EmailStatus how) {
    status = how;
    code = null;
    codeUntil = null;
  }

  void clear() {
    settle(EmailStatus.NONE);
    address = null;
    reminders = true;
    digests = true;
    unsubscribeToken = null;
  }
}
