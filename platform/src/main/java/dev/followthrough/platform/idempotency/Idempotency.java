package dev.followthrough.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.outbox.WrittenPosition;
import dev.followthrough.platform.problem.Problems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Does a call once. The answer of a call with an {@code Idempotency-Key} is stored in the
 * transaction of its effect, as the very bytes that are sent; a repeat gets those bytes. It owns
 * the transaction: the use case joins it, and what it refuses is neither done nor stored.
 */
@ApplicationScoped
public class Idempotency {

  private final RepeatableRequest request;
  private final StoredAnswers answers;
  private final EntityManager entities;
  private final Outbox outbox;
  private final WrittenPosition written;
  private final ObjectMapper json;

  Idempotency(
      RepeatableRequest request,
      StoredAnswers answers,
      EntityManager entities,
      Outbox outbox,
      WrittenPosition written,
      ObjectMapper json) {
    this.request = request;
    this.answers = answers;
    this.entities = entities;
    this.outbox = outbox;
    this.written = written;
    this.json = json;
  }

  /** Runs the use case and renders its answer, or replays the first answer to the same call. */
  public Response run(Supplier<Response> useCase) {
    return run(false, useCase);
  }

  /** The same for an answer that holds a secret: it is stored encrypted. */
  public Response runSealed(Supplier<Response> useCase) {
    return run(true, useCase);
  }

  /**
   * The same for a form of a page, which cannot set a header.
   *
   * @param key what the form and what is said in it are known by; empty: not to be repeated
   */
  public Response runForm(Optional<String> key, Supplier<Response> useCase) {
    return run(key, false, useCase);
  }

  private Response run(boolean sealed, Supplier<Response> useCase) {
    return run(request.key(), sealed, useCase);
  }

  private Response run(Optional<String> key, boolean sealed, Supplier<Response> useCase) {
    var answer =
        QuarkusTransaction.joiningExisting()
            .call(() -> key.isEmpty() ? perform(useCase) : performOnce(key.get(), sealed, useCase));
    if (answer.position() != null) {
      written.note(answer.position());
    }
    return answer.toResponse();
  }

  private StoredAnswer performOnce(String key, boolean sealed, Supplier<Response> useCase) {
    var operation = request.operation();
    var fingerprint = request.fingerprint();
    if (!answers.tryLock(operation, key)) {
      throw Problems.IN_PROGRESS
          .because("The first call with this Idempotency-Key is still running.")
          .header("Retry-After", "1");
    }
    Optional<StoredAnswer> stored = answers.find(operation, key);
    if (stored.isPresent()) {
      if (!Arrays.equals(stored.get().fingerprint(), fingerprint)) {
        throw Problems.KEY_REUSED.because(
            "This Idempotency-Key was used for %s with another body or path.".formatted(operation));
      }
      return stored.get();
    }
    var answer = perform(useCase).withFingerprint(fingerprint);
    if (answer.status() / 100 == 2) {
      answers.store(operation, key, answer, sealed);
    }
    return answer;
  }

  private StoredAnswer perform(Supplier<Response> useCase) {
    var response = useCase.get();
    entities.flush();
    var position = outbox.write();
    return new StoredAnswer(
        null,
        response.getStatus(),
        response.getLocation() == null ? null : response.getLocation().toString(),
        response.getHeaderString("ETag"),
        position.isPresent() ? outbox.source() + "." + position.getAsLong() : null,
        bytes(response.getEntity()));
  }

  private byte[] bytes(Object entity) {
    try {
      return switch (entity) {
        case null -> null;
        case byte[] bytes -> bytes;
        default -> json.writeValueAsBytes(entity);
      };
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot render " + entity.getClass(), e);
    }
  }

  /** An answer as it is kept: what is needed to send the same again. */
  record StoredAnswer(
      byte[] fingerprint, int status, String location, String etag, String position, byte[] body) {

    StoredAnswer withFingerprint(byte[] fingerprint) {
      return new StoredAnswer(fingerprint, status, location, etag, position, body);
    }

    Response toResponse() {
      var response = Response.status(status);
      if (location != null) {
        response.header("Location", location);
      }
      if (etag != null) {
        response.header("ETag", etag);
      }
      if (body != null) {
        response.entity(body).type(MediaType.APPLICATION_JSON_TYPE);
      }
      return response.build();
    }
  }
}
