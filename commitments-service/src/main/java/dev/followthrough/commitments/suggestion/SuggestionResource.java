package dev.followthrough.commitments.suggestion;

import dev.followthrough.commitments.suggestion.Suggestion.Place;
import dev.followthrough.commitments.suggestion.SuggestionView.SuggestionPage;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which action ideas suit a commitment, over HTTP. */
@Path("/v1/commitments/{id}/action-ideas")
@Tag(name = "action ideas")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SuggestionResource {

  private final Suggestions suggestions;
  private final Answers answers;

  SuggestionResource(Suggestions suggestions, Answers answers) {
    this.suggestions = suggestions;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "suggestActionIdeas",
      summary = "List action ideas that suit a commitment, the best first",
      description =
          "Of its kind, by the topics, needs and offers of those who are in it, each with the"
              + " reason. A need that an offer answers weighs most, then a need, a shared interest,"
              + " an offer; ideas that fit any two people come last.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:read")
  @APIResponseSchema(SuggestionPage.class)
  public Response list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
    var last = page.after(Place::of);
    var found = suggestions.of(id, last, page.fetch());
    return answers.ok(page.of(found, SuggestionView::of, one -> one.place().key()));
  }
}
