package dev.followthrough.notifications.email;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one spelling of an e-mail address that every mail server takes: the part before the at sign
 * as it was written, in ASCII without quotes, and the domain in lower case, of an international one
 * its ASCII form (RFC 5891).
 */
final class AddressSpelling {

  static final int LONGEST = 254;

  private static final Pattern LOCAL =
      Pattern.compile(
          "(?=.{1,64}$)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})*\\.[a-z][a-z0-9-]{0,61}[a-z0-9]");

  private AddressSpelling() {}

  /** Empty for what is no address. */
  static Optional<String> of(String written) {
    var at = written.lastIndexOf('@');
    if (at < 0 || !LOCAL.matcher(written.substring(0, at)).matches()) {
      return Optional.empty();
    }
    try {
      var domain =
          IDN.toASCII(written.substring(at + 1), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      return Optional.of(written.substring(0, at + 1) + domain)
          .filter(_ -> DOMAIN.matcher(domain).matches())
          .filter(address -> address.length() <= LONGEST);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
