package dev.followthrough.contacts.contact;

import dev.followthrough.contacts.contact.ContactLists.Found;
import dev.followthrough.contacts.contact.ContactView.ContactPage;
import dev.followthrough.contacts.search.ContactSearch;
import dev.followthrough.contacts.search.Hit;
import dev.followthrough.events.Circle;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.paging.PageRequest;
import dev.followthrough.platform.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asking for people of the owner's network, over HTTP. */
@Path("/v1/contacts")
@Tag(name = "contacts", description = "The people in the owner's network.")
@RunOnVirtualThread
@Produces("application/json")
public class ContactSearchResource {

  private final ContactLists lists;
  private final PrivateParts privateParts;
  private final Answers answers;

  ContactSearchResource(ContactLists lists, PrivateParts privateParts, Answers answers) {
    this.lists = lists;
    this.privateParts = privateParts;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "listContacts",
      summary = "List or search contacts",
      description =
          "With `q` the best fits first, else the newest. All that is asked must fit together. Case and"
              + " accents do not matter. With `email` or `phone` a sender or caller is found: each is"
              + " looked up by itself.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(ContactPage.class)
  public Response list(
      @BeanParam PageRequest page,
      @Parameter(
              description =
                  "Words, begun or mistyped, of names, organisation, role and topics; with the scope"
                      + " contacts:private of notes and caveats too.")
          @QueryParam("q")
          @Size(max = 200)
          String q,
      @Parameter(description = "A whole tag, in upper or lower case.")
          @QueryParam("tag")
          @Size(max = 50)
          String tag,
      @QueryParam("circle") Circle circle,
      @Parameter(description = "Words of an expertise.") @QueryParam("expertise") @Size(max = 200)
          String expertise,
      @Parameter(description = "Words of a need.") @QueryParam("need") @Size(max = 200) String need,
      @Parameter(description = "Words of an offer.") @QueryParam("offer") @Size(max = 200)
          String offer,
      @Parameter(description = "The location, or a part of it between commas.")
          @QueryParam("city")
          @Size(max = 200)
          String city,
      @Parameter(
              description =
                  "Last touch or held meeting before this instant; who never had one counts from when"
                      + " they were added.")
          @QueryParam("lastTouchBefore")
          Instant lastTouchBefore,
      @Parameter(
              description =
                  "Who has exactly this e-mail address, letter case aside. Only with `removed`.")
          @QueryParam("email")
          @Email
          @Size(max = 254)
          String email,
      @Parameter(
              description =
                  "Who has exactly this telephone number, in any spelling; a national one is of the"
                      + " profile's `region`. Write a plus as %2B. Only with `removed`.")
          @QueryParam("phone")
          @Size(max = 60)
          String phone,
      @Parameter(description = "True for the removed ones that can still be restored.")
          @QueryParam("removed")
          Boolean removed) {
    var after = page.after(key -> new Hit(UUID.fromString(key.get(1)), rank(key)));
    var gone = Boolean.TRUE.equals(removed);
    if (email != null) {
      requireAlone("?email", q, tag, circle, expertise, need, offer, city, lastTouchBefore, phone);
      return page(page, lists.withEmail(email, gone, after, page.fetch()));
    }
    if (phone != null) {
      requireAlone("?phone", q, tag, circle, expertise, need, offer, city, lastTouchBefore);
      return page(page, lists.withPhone(phone, gone, after, page.fetch()));
    }
    var search =
        new ContactSearch(
            q,
            tag,
            expertise,
            need,
            offer,
            city,
            circle,
            lastTouchBefore,
            gone,
            privateParts.mayBeRead());
    return page(page, lists.find(search, after, page.fetch()));
  }

  private static void requireAlone(String pointer, Object... others) {
    if (Stream.of(others).anyMatch(Objects::nonNull)) {
      throw Problems.invalid(pointer, "alone", "goes with no other filter than removed");
    }
  }

  private Response page(PageRequest page, List<Found> rows) {
    return answers.ok(
        page.of(
            rows,
            found -> ContactView.of(found.contact(), privateParts.mayBeRead()),
            found -> List.of(Integer.toString(found.rank()), found.contact().id.toString())));
  }

  private static int rank(List<String> key) {
    return Integer.parseInt(key.getFirst());
  }
}
