package dev.followthrough.commitments.standing;

import dev.followthrough.commitments.person.MergedRefusal;
import dev.followthrough.commitments.reading.Arrivals;
import dev.followthrough.commitments.reading.AsOf;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.paging.PageRequest;
import dev.followthrough.platform.problem.ProblemDocument;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a contact's evidence adds up to. Nothing here lists contacts by a figure, on purpose. */
@Path("/v1/contacts/{contactId}/standing")
@Tag(name = "standing", description = "What kept and missed promises add up to.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class StandingResource {

  private final Standings standings;
  private final Arrivals arrivals;
  private final Answers answers;

  StandingResource(Standings standings, Arrivals arrivals, Answers answers) {
    this.standings = standings;
    this.arrivals = arrivals;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "getStanding",
      summary = "Read a contact's standing",
      description =
          "Reliability, quality, collaboration, reciprocity and the expectation gap, reckoned from"
              + " the evidence as of an instant and shown to two decimals; and what follows from"
              + " them.")
  @SecurityRequirement(name = "bearer", scopes = "standing:read")
  @APIResponseSchema(StandingView.class)
  @APIResponse(
      responseCode = "410",
      content =
          @Content(
              mediaType = ProblemDocument.MEDIA_TYPE,
              schema = @Schema(implementation = MergedRefusal.class)))
  @Refuses(status = 410, types = "merged-into")
  public Response get(
      @PathParam("contactId") UUID contactId,
      @QueryParam("asOf") @Parameter(description = AsOf.DESCRIPTION) Instant asOf) {
    arrivals.ofContact(contactId);
    return answers.ok(standings.of(contactId, asOf));
  }

  @GET
  @Path("/evidence")
  @Operation(
      operationId = "listStandingEvidence",
      summary = "List the events behind a figure, latest first",
      description = "The very promises, assessments, touches, meetings, favours and asks.")
  @SecurityRequirement(name = "bearer", scopes = "standing:read")
  @APIResponseSchema(EvidencePage.class)
  @APIResponse(
      responseCode = "410",
      content =
          @Content(
              mediaType = ProblemDocument.MEDIA_TYPE,
              schema = @Schema(implementation = MergedRefusal.class)))
  @Refuses(status = 410, types = "merged-into")
  public Response evidence(
      @BeanParam PageRequest page,
      @PathParam("contactId") UUID contactId,
      @NotNull @QueryParam("figure") @Parameter(description = "Which figure is to be explained.")
          Figure figure,
      @QueryParam("asOf") @Parameter(description = AsOf.DESCRIPTION) Instant asOf) {
    var seen = page.after(StandingResource::after);
    arrivals.ofContact(contactId);
    var rows =
        standings.evidence(contactId, figure, asOf).stream()
            .filter(seen.orElse(_ -> true))
            .limit(page.fetch())
            .toList();
    return answers.ok(page.of(rows, row -> row, StandingResource::key));
  }

  @Schema(name = "EvidencePage")
  record EvidencePage(@NotNull List<EvidenceView> items, String nextCursor) {}

  private static List<String> key(EvidenceView row) {
    return List.of(
        row.at().toString(), row.kind().name(), row.id().toString(), row.by().toString());
  }

  /** Whether a row comes after the one that the key is of. */
  private static Predicate<EvidenceView> after(List<String> key) {
    var last =
        EvidenceView.place(
            PageRequest.instant(key.get(0)), key.get(1), UUID.fromString(key.get(2)), key.get(3));
    return row -> EvidenceView.LATEST_FIRST.compare(row, last) > 0;
  }
}
