package dev.followthrough.contacts.contact;

import dev.followthrough.contacts.contact.ContactView.ContactPage;
import dev.followthrough.contacts.contact.Contacts.Found;
import dev.followthrough.contacts.search.ContactSearch;
import dev.followthrough.contacts.search.Hit;
import dev.followthrough.events.Circle;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.http.Etag;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.json.JsonBodyReader;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.paging.PageRequest;
import dev.followthrough.platform.problem.ProblemDocument;
import dev.followthrough.platform.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The people of the owner's network, over HTTP. */
@Path("/v1/contacts")
@Tag(name = "contacts", description = "The people in the owner's network.")
@RunOnVirtualThread
@Produces("application/json")
public class ContactResource {

  private final Contacts contacts;
  private final Removal removal;
  private final PrivateParts privateParts;
  private final Answers answers;
  private final Idempotency idempotency;

  ContactResource(
      Contacts contacts,
      Removal removal,
      PrivateParts privateParts,
      Answers answers,
      Idempotency idempotency) {
    this.contacts = contacts;
    this.removal = removal;
    this.privateParts = privateParts;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @POST
  @Operation(operationId = "createContact", summary = "Add a person to the network")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(value = ContactView.class, responseCode = "201")
  @Refuses(
      status = 422,
      types = {"unknown-contact", "unknown-goal"})
  public Response create(ContactFields fields) {
    privateParts.requireScope(fields.hasPrivateParts());
    return idempotency.run(
        () -> {
          var contact = contacts.create(fields);
          return answers.created("/v1/contacts/" + contact.id, view(contact), etag(contact));
        });
  }

  @GET
  @Operation(
      operationId = "listContacts",
      summary = "List or search contacts",
      description =
          "With `q` the best fits first, else the newest. All that is asked must fit together. Case and"
              + " accents do not matter. With `email` a sender is found: it is looked up by itself.")
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
      @Parameter(description = "True for the removed ones that can still be restored.")
          @QueryParam("removed")
          Boolean removed) {
    var after = page.after(key -> new Hit(UUID.fromString(key.get(1)), rank(key)));
    if (email != null) {
      requireAlone(q, tag, circle, expertise, need, offer, city, lastTouchBefore);
      return page(
          page, contacts.withEmail(email, Boolean.TRUE.equals(removed), after, page.fetch()));
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
            Boolean.TRUE.equals(removed),
            privateParts.mayBeRead());
    return page(page, contacts.list(search, after, page.fetch()));
  }

  private static void requireAlone(Object... others) {
    if (Stream.of(others).anyMatch(Objects::nonNull)) {
      throw Problems.invalid("?email", "alone", "goes with no other filter than removed");
    }
  }

  private Response page(PageRequest page, List<Found> rows) {
    return answers.ok(
        page.of(
            rows,
            found -> view(found.contact()),
            found -> List.of(Integer.toString(found.rank()), found.contact().id.toString())));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getContact", summary = "Read a contact")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(ContactView.class)
  @APIResponse(
      responseCode = "410",
      content =
          @Content(
              mediaType = ProblemDocument.MEDIA_TYPE,
              schema = @Schema(implementation = MergedRefusal.class)))
  @Refuses(status = 410, types = "merged-into")
  public Response get(@PathParam("id") UUID id) {
    var contact = contacts.get(id);
    return answers.ok(view(contact), etag(contact));
  }

  @PATCH
  @Path("/{id}")
  @Consumes(JsonBodyReader.MERGE_PATCH)
  @Operation(operationId = "changeContact", summary = "Change what is known of a contact")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(ContactView.class)
  @Refuses(
      status = 422,
      types = {"unknown-contact", "unknown-goal"})
  @APIResponse(
      responseCode = "410",
      content =
          @Content(
              mediaType = ProblemDocument.MEDIA_TYPE,
              schema = @Schema(implementation = MergedRefusal.class)))
  @Refuses(status = 410, types = "merged-into")
  public Response change(@PathParam("id") UUID id, MergePatch<ContactFields> patch) {
    privateParts.requireScope(patch.names("notes") || patch.names("caveats"));
    var contact = contacts.change(id, patch);
    return answers.ok(view(contact), etag(contact));
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "removeContact",
      summary = "Remove a contact from the network",
      description =
          "Its open commitments end without evidence. It can be restored for 30 days, then it is erased"
              + " everywhere. To forget a person at once, see eraseData.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponse(responseCode = "204", description = "The contact is removed.")
  @APIResponse(
      responseCode = "410",
      content =
          @Content(
              mediaType = ProblemDocument.MEDIA_TYPE,
              schema = @Schema(implementation = MergedRefusal.class)))
  @Refuses(status = 410, types = "merged-into")
  public Response remove(@PathParam("id") UUID id) {
    removal.remove(id);
    return answers.noContent();
  }

  @POST
  @Path("/{id}/restoration")
  @Operation(
      operationId = "restoreContact",
      summary = "Bring back a removed contact",
      description = "Within 30 days of its removal. Commitments that its removal voided stay void.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(value = ContactView.class, responseCode = "200")
  @Refuses(status = 409, types = "contact-not-removed")
  @Refuses(status = 412, types = "precondition-failed")
  @APIResponse(
      responseCode = "410",
      content =
          @Content(
              mediaType = ProblemDocument.MEDIA_TYPE,
              schema = @Schema(implementation = MergedRefusal.class)))
  @Refuses(status = 410, types = "merged-into")
  public Response restore(@PathParam("id") UUID id) {
    return idempotency.run(
        () -> {
          var contact = removal.restore(id);
          return answers.ok(view(contact), etag(contact));
        });
  }

  private static int rank(List<String> key) {
    return Integer.parseInt(key.getFirst());
  }

  private ContactView view(Contact contact) {
    return ContactView.of(contact, privateParts.mayBeRead());
  }

  /** What is read without the private parts is another representation of the same version. */
  private Etag etag(Contact contact) {
    return privateParts.mayBeRead() ? Etag.of(contact.version) : Etag.of(contact.version, "shared");
  }
}
