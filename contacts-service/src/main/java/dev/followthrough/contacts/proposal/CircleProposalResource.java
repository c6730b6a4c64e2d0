package dev.followthrough.contacts.proposal;

import dev.followthrough.contacts.proposal.CircleProposalView.CircleProposalPage;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.owner.Credential;
import dev.followthrough.platform.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proposed moves between circles, over HTTP. */
@Path("/v1/circle-proposals")
@Tag(name = "circles", description = "How near contacts stand, and who should move.")
@RunOnVirtualThread
@Produces("application/json")
public class CircleProposalResource {

  private final CircleProposals proposals;
  private final Credential credential;
  private final Answers answers;

  CircleProposalResource(CircleProposals proposals, Credential credential, Answers answers) {
    this.proposals = proposals;
    this.credential = credential;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "listCircleProposals",
      summary = "List proposed moves to another circle, with the reasons",
      description =
          "Nobody is moved by a proposal: make it with changeContact or changeContacts. They come"
              + " from silence and from the contact's standing: up when promises are kept and value"
              + " goes both ways, to released when they are not or value has gone one way for 180"
              + " days. What has been proposed for longest comes first. Without the scope"
              + " standing:read only silence proposes, as if no standing were known.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(CircleProposalPage.class)
  public Response list(@BeanParam PageRequest page) {
    var withStanding = credential.scopes().contains("standing:read");
    var proposed =
        page.after(
                key ->
                    proposals.list(
                        PageRequest.instant(key.get(0)),
                        UUID.fromString(key.get(1)),
                        page.fetch(),
                        withStanding))
            .orElseGet(() -> proposals.list(null, null, page.fetch(), withStanding));
    return answers.ok(page.of(proposed, CircleProposalView::of, CircleProposals::key));
  }
}
