package dev.followthrough.commitments.reading;

import dev.followthrough.commitments.agreement.AgreementFilter;
import dev.followthrough.commitments.agreement.AgreementReads;
import dev.followthrough.commitments.agreement.AgreementStatus;
import dev.followthrough.commitments.agreement.AgreementView;
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

/** The 1:1:1 of each held meeting. */
@Path("/v1/agreements")
@Tag(name = "agreements", description = "The 1:1:1 of each held meeting.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AgreementResource {

  private final AgreementReads agreements;
  private final Arrivals arrivals;
  private final Answers answers;

  AgreementResource(AgreementReads agreements, Arrivals arrivals, Answers answers) {
    this.agreements = agreements;
    this.arrivals = arrivals;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "listAgreements",
      summary = "List agreements, newest first",
      description =
          "A meeting that was recorded a moment ago is waited for, up to two seconds: the agreement"
              + " of a meeting just posted as held is found without waiting for it yourself.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:read")
  @APIResponseSchema(AgreementPage.class)
  public Response list(
      @BeanParam PageRequest page,
      @QueryParam("meetingId") @Parameter(description = "The agreement of this meeting.")
          UUID meetingId,
      @QueryParam("contactId") @Parameter(description = "Those with this contact.") UUID contactId,
      @QueryParam("status") @Parameter(description = "Those that stand so.")
          AgreementStatus status) {
    var last = page.after(key -> UUID.fromString(key.getFirst()));
    arrivals.ofMeeting(meetingId);
    arrivals.ofContact(contactId);
    var filter = new AgreementFilter(meetingId, contactId, status);
    var rows = agreements.agreements(filter, last, page.fetch());
    return answers.ok(page.of(rows, row -> row, row -> List.of(row.id().toString())));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getAgreement", summary = "Read an agreement")
  @SecurityRequirement(name = "bearer", scopes = "commitments:read")
  @APIResponseSchema(AgreementView.class)
  public Response get(@PathParam("id") UUID id) {
    return answers.ok(agreements.agreement(id));
  }

  @Schema(name = "AgreementPage")
  record AgreementPage(@NotNull List<AgreementView> items, String nextCursor) {}
}
