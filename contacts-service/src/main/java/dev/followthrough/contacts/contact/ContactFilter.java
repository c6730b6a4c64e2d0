package dev.followthrough.contacts.contact;

import dev.followthrough.contacts.search.ContactSearch;
import dev.followthrough.events.Circle;
import dev.followthrough.platform.problem.Problems;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * Which contacts are asked for; the resource takes it as {@code @BeanParam}. All that is asked must
 * fit together, but an e-mail address or telephone number is looked up by itself.
 */
public class ContactFilter {

  @Parameter(
      description =
          "Words, begun or mistyped, of names, organisation, role and topics; with the scope"
              + " contacts:private of notes and caveats too.")
  @QueryParam("q")
  @Size(max = 200)
  String q;

  @Parameter(description = "A whole tag, in upper or lower case.")
  @QueryParam("tag")
  @Size(max = 50)
  String tag;

  @QueryParam("circle")
  Circle circle;

  @Parameter(description = "Words of an expertise.")
  @QueryParam("expertise")
  @Size(max = 200)
  String expertise;

  @Parameter(description = "Words of a need.")
  @QueryParam("need")
  @Size(max = 200)
  String need;

  @Parameter(description = "Words of an offer.")
  @QueryParam("offer")
  @Size(max = 200)
  String offer;

  @Parameter(description = "The location, or a part of it between commas.")
  @QueryParam("city")
  @Size(max = 200)
  String city;

  @Parameter(
      description =
          "Last touch or held meeting before this instant; who never had one counts from when they were"
              + " added.")
  @QueryParam("lastTouchBefore")
  Instant lastTouchBefore;

  @Parameter(
      description = "Who has exactly this e-mail address, letter case aside. Only with `removed`.")
  @QueryParam("email")
  @Email
  @Size(max = 254)
  String email;

  @Parameter(
      description =
          "Who has exactly this telephone number, in any spelling; a national one is of the profile's"
              + " `region`. Write a plus as %2B. Only with `removed`.")
  @QueryParam("phone")
  @Size(max = 60)
  String phone;

  @Parameter(description = "True for the removed ones that can still be restored.")
  @QueryParam("removed")
  Boolean removed;

  boolean removed() {
    return Boolean.TRUE.equals(removed);
  }

  /** An address or a number goes with no other filter but {@code removed}. */
  void requireAlone() {
    if (email == null && phone == null) {
      return;
    }
    var others = Stream.of(q, tag, circle, expertise, need, offer, city, lastTouchBefore);
    if (email != null && phone != null || others.anyMatch(Objects::nonNull)) {
      throw Problems.invalid(
          email == null ? "?phone" : "?email", "alone", "goes with no other filter than removed");
    }
  }

  ContactSearch search(boolean withPrivateParts) {
    return new ContactSearch(
        q,
        tag,
        expertise,
        need,
        offer,
        city,
        circle,
        lastTouchBefore,
        removed(),
        withPrivateParts);
  }
}
