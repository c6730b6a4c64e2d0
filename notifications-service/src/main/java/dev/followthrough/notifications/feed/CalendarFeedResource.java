package dev.followthrough.notifications.feed;

import dev.followthrough.notifications.feed.CalendarFeedView.CalendarFeedPage;
import dev.followthrough.notifications.feed.CalendarFeedView.NewCalendarFeed;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.json.JsonBodyReader;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.json.OptionalBody;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/calendar-feeds}: the calendars that an owner's programs subscribe to. */
@Path("/v1/calendar-feeds")
@Tag(name = "calendar-feeds", description = "Calendars to subscribe to (iCalendar).")
@Produces("application/json")
@RunOnVirtualThread
public class CalendarFeedResource {

  private static final String PATH = "/v1/calendar-feeds/";

  private final CalendarFeeds feeds;
  private final FeedConfig config;
  private final Answers answers;
  private final Idempotency idempotency;

  CalendarFeedResource(
      CalendarFeeds feeds, FeedConfig config, Answers answers, Idempotency idempotency) {
    this.feeds = feeds;
    this.config = config;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @POST
  @Operation(
      operationId = "createCalendarFeed",
      summary = "Make a calendar feed",
      description =
          "The answer holds its address, this once. Subscribe to it in a calendar program; whoever"
              + " knows it reads the calendar, until the feed is removed.")
  @SecurityRequirement(name = "bearer", scopes = "notifications:write")
  @Refuses(status = 409, types = "too-many-calendar-feeds")
  @APIResponseSchema(value = NewCalendarFeed.class, responseCode = "201")
  public Response create(@OptionalBody CalendarFeedFields fields, @Context RoutingContext request) {
    var base = config.baseUrl().orElseGet(() -> asAsked(request));
    return idempotency.runSealed(
        () -> {
          var made = feeds.create(fields == null ? CalendarFeedFields.USUAL : fields);
          var url = base + "/v1/feeds/" + made.token().text() + "/calendar.ics";
          return answers.created(
              PATH + made.feed().id, NewCalendarFeed.of(made.feed(), url), made.feed().version);
        });
  }

  @GET
  @Operation(
      operationId = "listCalendarFeeds",
      summary = "List the calendar feeds",
      description = "Without their addresses, which nobody can show again.")
  @SecurityRequirement(name = "bearer", scopes = "notifications:read")
  @APIResponseSchema(CalendarFeedPage.class)
  public Response list(@BeanParam PageRequest page) {
    var after = page.after(key -> UUID.fromString(key.getFirst()));
    var rows = feeds.list(after, page.fetch());
    return answers.ok(page.of(rows, CalendarFeedView::of, feed -> List.of(feed.id.toString())));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getCalendarFeed", summary = "Read a calendar feed, without its address")
  @SecurityRequirement(name = "bearer", scopes = "notifications:read")
  @APIResponseSchema(CalendarFeedView.class)
  public Response get(@PathParam("id") UUID id) {
    return ok(feeds.get(id));
  }

  @PATCH
  @Path("/{id}")
  @Consumes(JsonBodyReader.MERGE_PATCH)
  @Operation(
      operationId = "changeCalendarFeed",
      summary = "Change what a calendar feed is called and holds",
      description = "Its address stays; calendar programs see the change when they next look.")
  @SecurityRequirement(name = "bearer", scopes = "notifications:write")
  @APIResponseSchema(CalendarFeedView.class)
  public Response change(@PathParam("id") UUID id, MergePatch<CalendarFeedFields> patch) {
    return ok(feeds.change(id, patch));
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "revokeCalendarFeed",
      summary = "Revoke a calendar feed",
      description =
          "Its address opens nothing from now on. What a calendar program has copied is up to it.")
  @SecurityRequirement(name = "bearer", scopes = "notifications:write")
  @APIResponse(responseCode = "204", description = "It is revoked.")
  public Response revoke(@PathParam("id") UUID id) {
    feeds.revoke(id);
    return answers.noContent();
  }

  private Response ok(CalendarFeed feed) {
    return answers.ok(CalendarFeedView.of(feed), feed.version);
  }

  /** The address under which the owner's client reached the gateway. */
  private static String asAsked(RoutingContext request) {
    return request.request().scheme() + "://" + request.request().authority();
  }
}
