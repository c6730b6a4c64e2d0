package dev.followthrough.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Answers with a representation and its {@code ETag}. A read whose {@code If-None-Match} names that
 * tag is answered 304.
 */
@ApplicationScoped
public class Answers {

  private static final String READ_AGAIN = "private, no-cache";

  private final Preconditions preconditions;
  private final ObjectMapper mapper;

  Answers(Preconditions preconditions, ObjectMapper mapper) {
    this.preconditions = preconditions;
    this.mapper = mapper;
  }

  /** A thing that was read or changed, at this version. */
  public Response ok(Object view, long version) {
    return ok(view, Etag.of(version));
  }

  /** The same where a version has several representations: the tag tells them apart. */
  public Response ok(Object view, Etag etag) {
    return ok(view, etag, MediaType.APPLICATION_JSON_TYPE);
  }

  private Response ok(Object view, Etag etag, MediaType type) {
    boolean known = preconditions.isNotModified(etag);
    var answer = known ? Response.notModified() : Response.ok(view, type);
    return answer
        .header(HttpHeaders.ETAG, etag.toString())
        .header(HttpHeaders.CACHE_CONTROL, READ_AGAIN)
        .build();
  }

  /** A list, or a view of several things: its tag is made of what it says. */
  public Response ok(Object view) {
    var body = bytes(view);
    return ok(body, Etag.of(body));
  }

  /** A text of another kind than JSON: its tag is made of its bytes. */
  public Response text(String text, MediaType type) {
    var body = text.getBytes(StandardCharsets.UTF_8);
    return ok(body, Etag.of(body), type.withCharset(StandardCharsets.UTF_8.name()));
  }

  /**
   * A thing that was made.
   *
   * @param location the path under which it is read, such as {@code /v1/contacts/…}
   */
  public Response created(String location, Object view, long version) {
    return created(location, view, Etag.of(version));
  }

  public Response created(String location, Object view, Etag etag) {
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.LOCATION, URI.create(location))
        .header(HttpHeaders.ETAG, etag.toString())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(view)
        .build();
  }

  /** Something is being done; the job at this path says how far it is. */
  public Response accepted(String location, Object view) {
    return Response.accepted(view)
        .header(HttpHeaders.LOCATION, URI.create(location))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .build();
  }

  public Response noContent() {
    return Response.noContent().build();
  }

  private byte[] bytes(Object view) {
    try {
      return mapper.writeValueAsBytes(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + view.getClass(), e);
    }
  }
}
