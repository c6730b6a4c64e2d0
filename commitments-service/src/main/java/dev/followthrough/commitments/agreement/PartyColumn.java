package dev.followthrough.commitments.agreement;

import dev.followthrough.events.Party;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A side of a promise as it lies in a column: {@code owner}, or the contact's id. */
@Converter(autoApply = true)
public class PartyColumn implements AttributeConverter<Party, String> {

  @Override
  public String convertToDatabaseColumn(Party party) {
    return party == null ? null : party.toString();
  }

  @Override
  public Party convertToEntityAttribute(String column) {
    return column == null ? null : Party.parse(column);
  }
}
