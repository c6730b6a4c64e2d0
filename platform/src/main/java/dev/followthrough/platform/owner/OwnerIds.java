package dev.followthrough.platform.owner;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.util.UUID;

/** An owner's id: UUIDv5 of the token's subject in the namespace of the issuer's name. */
public final class OwnerIds {

  private OwnerIds() {}

  public static UUID of(String issuerName, String subject) {
    var namespace =
        Generators.nameBasedGenerator(NameBasedGenerator.NAMESPACE_URL).generate(issuerName);
    return Generators.nameBasedGenerator(namespace).generate(subject);
  }
}
