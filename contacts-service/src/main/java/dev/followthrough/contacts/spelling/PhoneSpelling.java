package dev.followthrough.contacts.spelling;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/**
 * Telephone numbers as E.164, with {@code ;ext=} and the extension where there is one. A number
 * counts when its length is right for its country: numbering plans change faster than libraries, so
 * which blocks are in use is not asked.
 */
final class PhoneSpelling {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final String NO_REGION = "ZZ";

  private PhoneSpelling() {}

  /**
   * @throws Misspelt with the rule that the number breaks
   */
  static String of(String said, Optional<String> region) throws Misspelt {
    PhoneNumber number;
    try {
      number = NUMBERS.parse(said, region.orElse(NO_REGION));
    } catch (NumberParseException e) {
      throw switch (e.getErrorType()) {
        case INVALID_COUNTRY_CODE ->
            region.isEmpty() && !said.strip().startsWith("+")
                ? new Misspelt(
                    "phone-region",
                    "is a national number and the owner's region is not known: begin with + and"
                        + " the country's code")
                : new Misspelt("phone-country", "begins with no country's code");
        case NOT_A_NUMBER, TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN, TOO_LONG -> none();
      };
    }
    if (NUMBERS.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) {
      throw new Misspelt("phone-length", "has not as many digits as numbers of its country");
    }
    var spelt = NUMBERS.format(number, PhoneNumberFormat.E164);
    return number.hasExtension() ? spelt + ";ext=" + number.getExtension() : spelt;
  }

  private static Misspelt none() {
    return new Misspelt("phone", "must be a telephone number such as +44 20 7946 0000");
  }
}
