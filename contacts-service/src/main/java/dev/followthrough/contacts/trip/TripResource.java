package dev.followthrough.contacts.trip;

import dev.followthrough.contacts.trip.TripView.TripPage;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.json.JsonBodyReader;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The owner's trips, over HTTP. */
@Path("/v1/trips")
@Tag(name = "trips", description = "Where the owner travels, and when.")
@RunOnVirtualThread
@Produces("application/json")
public class TripResource {

  private final Trips trips;
  private final Answers answers;
  private final Idempotency idempotency;

  TripResource(Trips trips, Answers answers, Idempotency idempotency) {
    this.trips = trips;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @POST
  @Operation(operationId = "planTrip", summary = "Plan a trip")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(value = TripView.class, responseCode = "201")
  public Response create(TripFields fields) {
    return idempotency.run(
        () -> {
          var trip = trips.plan(fields);
          return answers.created("/v1/trips/" + trip.id, TripView.of(trip), trip.version);
        });
  }

  @GET
  @Operation(operationId = "listTrips", summary = "List trips, the last to start first")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(TripPage.class)
  public Response list(@BeanParam PageRequest page) {
    return answers.ok(
        page.of(
            trips.list(page),
            TripView::of,
            trip -> List.of(trip.startsOn.toString(), trip.id.toString())));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getTrip", summary = "Read a trip")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(TripView.class)
  public Response get(@PathParam("id") UUID id) {
    return answer(trips.get(id));
  }

  @PATCH
  @Path("/{id}")
  @Consumes(JsonBodyReader.MERGE_PATCH)
  @Operation(operationId = "changeTrip", summary = "Change a trip")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(TripView.class)
  public Response change(@PathParam("id") UUID id, MergePatch<TripFields> patch) {
    return answer(trips.change(id, patch));
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "removeTrip", summary = "Remove a trip")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponse(responseCode = "204", description = "The trip is removed.")
  public Response remove(@PathParam("id") UUID id) {
    trips.remove(id);
    return answers.noContent();
  }

  private Response answer(Trip trip) {
    return answers.ok(TripView.of(trip), trip.version);
  }
}
