package dev.followthrough.commitments.reading;

import dev.followthrough.commitments.agreement.AgreementReads;
import dev.followthrough.commitments.agreement.CommitmentFilter;
import dev.followthrough.commitments.agreement.CommitmentStatus;
import dev.followthrough.commitments.agreement.CommitmentView;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was agreed to be done. */
@Path("/v1/commitments")
@Tag(name = "commitments", description = "What was promised, delivered, missed and assessed.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CommitmentResource {

  private final AgreementReads agreements;
  private final Arrivals arrivals;
  private final Answers answers;

  CommitmentResource(AgreementReads agreements, Arrivals arrivals, Answers answers) {
    this.agreements = agreements;
    this.arrivals = arrivals;
    this.answers = answers;
  }

  @GET
  @Operation(operationId = "listCommitments", summary = "List commitments, newest first")
  @SecurityRequirement(name = "bearer", scopes = "commitments:read")
  @APIResponseSchema(CommitmentPage.class)
  public Response list(
      @BeanParam PageRequest page,
      @QueryParam("agreementId") @Parameter(description = "Those of this agreement.")
          UUID agreementId,
      @QueryParam("contactId")
          @Parameter(description = "Those that this contact promises, receives or has a part in.")
          UUID contactId,
      @QueryParam("status") @Parameter(description = "Those that stand so.")
          CommitmentStatus status,
      @QueryParam("kind") @Parameter(description = "The shared or the individual ones.")
          CommitmentKind kind) {
    var last = page.after(key -> UUID.fromString(key.getFirst()));
    arrivals.ofContact(contactId);
    var filter = new CommitmentFilter(agreementId, contactId, status, kind);
    var rows = agreements.commitments(filter, last, page.fetch());
    return answers.ok(page.of(rows, row -> row, row -> List.of(row.id().toString())));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getCommitment", summary = "Read a commitment with its history")
  @SecurityRequirement(name = "bearer", scopes = "commitments:read")
  @APIResponseSchema(CommitmentView.class)
  public Response get(@PathParam("id") UUID id) {
    return answers.ok(agreements.commitment(id));
  }

  @Schema(name = "CommitmentPage")
  record CommitmentPage(@NotNull List<CommitmentView> items, String nextCursor) {}
}
