package dev.followthrough.contacts.spelling;

import dev.followthrough.platform.json.Faults;
import dev.followthrough.platform.problem.ProblemException;
import dev.followthrough.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The one spelling in which e-mail addresses, telephone numbers and links are kept, so that the
 * same one is recognised. What is said twice is kept once. What was kept before is not looked at
 * again.
 */
@ApplicationScoped
public class Spelling {

  private interface Rule {
    String of(String said) throws Misspelt;
  }

  private final OwnerRegion region;

  Spelling(OwnerRegion region) {
    this.region = region;
  }

  /**
   * The part before the @ stays as it is, for only its host knows whether case matters there; but
   * two that differ in case alone are taken for one.
   */
  public List<String> emails(List<String> said) {
    if (said == null) {
      return null;
    }
    var spelt = new LinkedHashMap<String, String>();
    for (var email : said) {
      var at = email.lastIndexOf('@');
      spelt.putIfAbsent(
          email.toLowerCase(Locale.ROOT),
          email.substring(0, at) + email.substring(at).toLowerCase(Locale.ROOT));
    }
    return List.copyOf(spelt.values());
  }

  /** Faults point to {@code /phones/…}. */
  public List<String> phones(List<String> said, List<String> before, Faults faults) {
    if (said == null) {
      return null;
    }
    var national = region.region();
    var kept = before == null ? Set.<String>of() : Set.copyOf(before);
    var spelt = new LinkedHashSet<String>();
    for (var i = 0; i < said.size(); i++) {
      var phone = said.get(i);
      spelt.add(
          kept.contains(phone)
              ? phone
              : spell(phone, one -> PhoneSpelling.of(one, national), "/phones/" + i, faults));
    }
    return List.copyOf(spelt);
  }

  /**
   * A telephone number as it is kept, to look one up by.
   *
   * @throws ProblemException with a fault at {@code ?phone} when it is none
   */
  public String phoneAskedFor(String said) {
    // a plus that a client did not escape arrives as a blank
    var number = said.startsWith(" ") ? "+" + said.substring(1) : said;
    try {
      return PhoneSpelling.of(number, region.region());
    } catch (Misspelt e) {
      throw Problems.invalid("?phone", e.rule(), e.getMessage());
    }
  }

  /** A fault is added under the pointer, and the words stay as they are. */
  public String link(String said, String pointer, Faults faults) {
    return spell(said, LinkSpelling::of, pointer, faults);
  }

  private static String spell(String said, Rule rule, String pointer, Faults faults) {
    try {
      return rule.of(said);
    } catch (Misspelt e) {
      faults.add(pointer, e.rule(), e.getMessage());
      return said;
    }
  }
}
