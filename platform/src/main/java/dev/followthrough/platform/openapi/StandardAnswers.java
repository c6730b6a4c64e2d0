package dev.followthrough.platform.openapi;

import static dev.followthrough.platform.openapi.StandardParts.headerRef;

import dev.followthrough.platform.problem.ProblemDocument;
import dev.followthrough.platform.problem.ProblemType;
import dev.followthrough.platform.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to an operation what the platform does for it: parameters, refusals, response headers. */
final class StandardAnswers {

  private final StandardParts parts;
  private final ProductRefusals product;
  private final OptionalBodies optional;
  private final PublicOperations open;
  private final Examples examples;

  StandardAnswers(
      StandardParts parts,
      ProductRefusals product,
      OptionalBodies optional,
      PublicOperations open,
      Examples examples) {
    this.parts = parts;
    this.product = product;
    this.optional = optional;
    this.open = open;
    this.examples = examples;
  }

  void complete(String path, HttpMethod method, Operation operation) {
    if (!path.startsWith("/v1/")) {
      return;
    }
    switch (method) {
      case POST -> add(operation, "IdempotencyKey");
      case PATCH, PUT, DELETE -> add(operation, "IfMatch");
      case GET -> {
        if (!isStream(operation)) {
          add(operation, "IfNoneMatch");
        }
      }
      default -> {}
    }
    if (open.contains(operation.getOperationId())) {
      operation.setSecurity(List.of()); // said, not left out: no credential but the path's
    } else {
      add(operation, "Position");
    }
    add(operation, "RequestId");
    answers(method, operation);
    refusals(path, method, operation);
    body(operation);
  }

  private void answers(HttpMethod method, Operation operation) {
    var responses = operation.getResponses();
    responses.removeAPIResponse("400"); // the framework's own words
    responses
        .getAPIResponses()
        .forEach(
            (status, response) -> {
              common(response);
              example(operation, response);
              if (method != HttpMethod.GET && !open.contains(operation.getOperationId())) {
                response.addHeader("Followthrough-Position", headerRef("Followthrough-Position"));
              }
              if (status.equals("201") || status.equals("202")) {
                response.addHeader("Location", headerRef("Location"));
              }
              if (response.getContent() != null && !status.equals("202") && !isStream(operation)) {
                response.addHeader("ETag", headerRef("ETag"));
              }
            });
    if (method == HttpMethod.GET && !isStream(operation)) {
      var unchanged = OASFactory.createAPIResponse().description("Not modified.");
      common(unchanged);
      responses.addAPIResponse("304", unchanged.addHeader("ETag", headerRef("ETag")));
    }
  }

  private void example(Operation operation, APIResponse response) {
    var content = response.getContent();
    if (content != null && content.getMediaType("application/json") != null) {
      examples
          .ofAnswer(operation.getOperationId())
          .ifPresent(content.getMediaType("application/json")::setExample);
    }
  }

  /** A stream has no version: what it tells is always new. */
  private static boolean isStream(Operation operation) {
    var ok = operation.getResponses().getAPIResponse("200");
    return ok != null
        && ok.getContent() != null
        && ok.getContent().getMediaTypes().containsKey("text/event-stream");
  }

  private static void common(APIResponse response) {
    response
        .addHeader("X-Request-Id", headerRef("X-Request-Id"))
        .addHeader("RateLimit", headerRef("RateLimit"))
        .addHeader("RateLimit-Policy", headerRef("RateLimit-Policy"));
  }

  private void refusals(String path, HttpMethod method, Operation operation) {
    var statuses = new TreeSet<>(List.of(400, 401, 403, 406, 414, 429, 431, 500, 503));
    if (open.contains(operation.getOperationId())) {
      statuses.removeAll(List.of(401, 403));
    }
    if (givesNothing(operation)) {
      statuses.remove(406);
    }
    if (path.contains("{")) {
      statuses.add(404);
    }
    if (operation.getRequestBody() != null) {
      statuses.addAll(List.of(413, 415));
    }
    switch (method) {
      case POST -> statuses.addAll(List.of(409, 422));
      case PATCH, PUT, DELETE -> statuses.addAll(List.of(409, 412));
      default -> {}
    }
    var types = new ArrayList<String>();
    var own = product.of(operation.getOperationId());
    statuses.addAll(own.keySet());
    for (int status : statuses) {
      var possible =
          Stream.concat(
                  Problems.all().stream()
                      .filter(type -> type.status() == status)
                      .map(ProblemType::name)
                      .filter(name -> method == HttpMethod.POST || !name.startsWith("idempotency")),
                  own.getOrDefault(status, List.of()).stream())
              .distinct()
              .toList();
      types.addAll(possible);
      refusal(operation, status, possible);
    }
    operation.addExtension("x-problem-types", types.stream().distinct().toList());
  }

  private void refusal(Operation operation, int status, List<String> types) {
    var name = StandardParts.REFUSALS.get(status);
    if (name == null) {
      throw new IllegalStateException(
          operation.getOperationId() + ": no refusal has the status " + status);
    }
    var responses = operation.getResponses();
    var members = members(responses.getAPIResponse(Integer.toString(status)));
    var isShared = types.isEmpty() || types.equals(ProblemExamples.shared(status));
    responses.addAPIResponse(
        Integer.toString(status),
        isShared && members.isEmpty()
            ? OASFactory.createAPIResponse().ref("#/components/responses/" + name)
            : parts.refusal(status, members, types));
  }

  /** Without a body there is no media type to refuse. */
  private static boolean givesNothing(Operation operation) {
    return operation.getResponses().getAPIResponses().keySet().stream()
        .filter(status -> status.startsWith("2"))
        .allMatch("204"::equals);
  }

  /** What an operation's refusals say beside what every problem does, where it declares that. */
  private static Optional<Schema> members(APIResponse declared) {
    return Optional.ofNullable(declared)
        .map(APIResponse::getContent)
        .map(content -> content.getMediaType(ProblemDocument.MEDIA_TYPE))
        .map(MediaType::getSchema);
  }

  private void body(Operation operation) {
    var body = operation.getRequestBody();
    if (body == null) {
      return;
    }
    body.setRequired(!optional.contains(operation.getOperationId()));
    var example = examples.ofOperation(operation.getOperationId());
    example.ifPresent(
        value -> body.getContent().getMediaTypes().values().forEach(m -> m.setExample(value)));
  }

  private static void add(Operation operation, String parameter) {
    Parameter reference = OASFactory.createParameter().ref("#/components/parameters/" + parameter);
    operation.addParameter(reference);
  }
}
