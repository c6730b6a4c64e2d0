package dev.followthrough.platform.openapi;

import dev.followthrough.platform.problem.ProblemDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** The components that the document of every service has, word for word the same. */
final class StandardParts {

  /** The refusals that operations share, by status. */
  static final Map<Integer, String> REFUSALS =
      Map.ofEntries(
          Map.entry(400, "Invalid"),
          Map.entry(401, "Unauthenticated"),
          Map.entry(403, "MissingScope"),
          Map.entry(404, "NotFound"),
          Map.entry(406, "NotAcceptable"),
          Map.entry(409, "Conflict"),
          Map.entry(410, "Gone"),
          Map.entry(412, "PreconditionFailed"),
          Map.entry(413, "TooLarge"),
          Map.entry(414, "AddressTooLong"),
          Map.entry(415, "UnsupportedMediaType"),
          Map.entry(422, "Refused"),
          Map.entry(429, "TooManyRequests"),
          Map.entry(431, "HeadersTooLarge"),
          Map.entry(500, "InternalError"),
          Map.entry(503, "Unavailable"));

  /** A status that no problem of the platform has: each operation spells its own out. */
  private static final int ALWAYS_OWN = 410;

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("Invalid", "The request breaks a rule; `errors` names each fault."),
          Map.entry("Unauthenticated", "No valid access token."),
          Map.entry("MissingScope", "The token lacks the scope that `scope` names."),
          Map.entry("NotFound", "There is no such thing, or it is another owner's."),
          Map.entry(
              "NotAcceptable", "The answer is of another media type, JSON unless said otherwise."),
          Map.entry("Conflict", "The same call is still running, or two changes met."),
          Map.entry("Gone", "It was there, and has become another; the problem names it."),
          Map.entry("PreconditionFailed", "It has changed since the `ETag` in `If-Match`."),
          Map.entry("TooLarge", "The body is larger than 64 KiB, or than its schema allows."),
          Map.entry("AddressTooLong", "The path with its query is longer than 8 kB."),
          Map.entry("HeadersTooLarge", "The headers are larger than 16 kB."),
          Map.entry("UnsupportedMediaType", "The body is of another media type."),
          Map.entry("Refused", "A rule of the product, or the key belongs to another request."),
          Map.entry("TooManyRequests", "This owner and client sent more than its share."),
          Map.entry("InternalError", "Our fault; nothing was half done."),
          Map.entry("Unavailable", "Not now; repeat after `Retry-After`."));

  private final Components components;
  private final ProblemExamples problems;

  StandardParts(Components components, Examples examples) {
    this.components = components;
    this.problems = new ProblemExamples(components, examples);
  }

  void add() {
    components.addSchema("FieldError", fieldError());
    components.addSchema("Problem", problem());
    var shared = new TreeMap<>(REFUSALS);
    shared.remove(ALWAYS_OWN);
    shared.forEach(
        (status, name) ->
            components.addResponse(
                name, refusal(status, Optional.empty(), ProblemExamples.shared(status))));
    headers();
    parameters();
    components.addSecurityScheme(
        "bearer",
        OASFactory.createSecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .bearerFormat("JWT")
            .description(
                """
                An access token of the configured OpenID Connect issuer, with audience \
                `followthrough`. Its scopes: `contacts:read`, `contacts:write`, `contacts:private` \
                (caveats and private notes), `commitments:read`, `commitments:write`, \
                `standing:read`, `notifications:read`, `notifications:write`."""));
  }

  private void headers() {
    header("X-Request-Id", "The id of this request, as sent or made here.", 128);
    header("ETag", "The version of this representation.", 100);
    header("Location", "The path of what was made.", 2000);
    header(
        "Followthrough-Position",
        "What this call wrote: send it back with the next request to read your writes.",
        200);
    header("RateLimit", "What is left of the share.", 200);
    header("RateLimit-Policy", "The share that this call counts against, per replica.", 200);
    header("Retry-After", "Seconds to wait.", 20);
    header("WWW-Authenticate", "What kind of credential is needed.", 500);
  }

  private void header(String name, String description, int longest) {
    Header header = OASFactory.createHeader().description(description).schema(text(longest));
    components.addHeader(name, header);
  }

  private void parameters() {
    parameter(
        "IdempotencyKey",
        "Idempotency-Key",
        "Makes a repeat of this very call harmless: for 24 hours it gets the first answer again.",
        255);
    parameter(
        "IfMatch", "If-Match", "The `ETag` that was read: a change in between is a 412.", 1000);
    parameter(
        "IfNoneMatch", "If-None-Match", "The `ETag` that is known: unchanged is a 304.", 1000);
    parameter(
        "Position",
        "Followthrough-Position",
        "What must have been seen before this is answered, as an earlier answer gave it.",
        400);
    parameter("RequestId", "X-Request-Id", "An id for this request of the client's choice.", 128);
  }

  private void parameter(String name, String header, String description, int longest) {
    components.addParameter(
        name,
        OASFactory.createParameter()
            .name(header)
            .in(Parameter.In.HEADER)
            .description(description)
            .schema(text(longest)));
  }

  /**
   * A refusal.
   *
   * @param members what its problems have beside what every problem has
   * @param types the names of the problems it can be
   */
  APIResponse refusal(int status, Optional<Schema> members, List<String> types) {
    var schema =
        members
            .map(own -> OASFactory.createSchema().addAllOf(ref("Problem")).addAllOf(own))
            .orElseGet(() -> ref("Problem"));
    var media = OASFactory.createMediaType().schema(schema);
    problems.show(media, types);
    var name = REFUSALS.get(status);
    var response =
        OASFactory.createAPIResponse()
            .description(WORDS.get(name))
            .content(OASFactory.createContent().addMediaType(ProblemDocument.MEDIA_TYPE, media));
    response.addHeader("X-Request-Id", headerRef("X-Request-Id"));
    switch (name) {
      case "TooManyRequests", "Unavailable" ->
          response.addHeader("Retry-After", headerRef("Retry-After"));
      case "Unauthenticated", "MissingScope" ->
          response.addHeader("WWW-Authenticate", headerRef("WWW-Authenticate"));
      default -> {}
    }
    return response;
  }

  static Header headerRef(String name) {
    return OASFactory.createHeader().ref("#/components/headers/" + name);
  }

  static Schema ref(String name) {
    return OASFactory.createSchema().ref("#/components/schemas/" + name);
  }

  private static Schema fieldError() {
    return object("One fault of an input.", List.of("pointer", "rule", "detail"))
        .addProperty(
            "pointer",
            text(400)
                .description(
                    "A JSON pointer into the body; `?name` is a query parameter, `Name:` a header."))
        .addProperty("rule", text(100).description("The rule that it breaks, in kebab-case."))
        .addProperty("detail", text(400).description("The rule in words."));
  }

  private static Schema problem() {
    return object(
            "A refusal (RFC 9457). Types may add members of their own.",
            List.of("type", "title", "status"))
        .addProperty(
            "type",
            text(200)
                .description(
                    "A path that explains this kind of refusal; `about:blank` where the status says"
                        + " all."))
        .addProperty("title", text(200))
        .addProperty(
            "status", OASFactory.createSchema().addType(SchemaType.INTEGER).format("int32"))
        .addProperty("detail", text(400))
        .addProperty(
            "instance", text(400).description("The path that was asked for, if it could be read."))
        .addProperty(
            "errors",
            OASFactory.createSchema()
                .addType(SchemaType.ARRAY)
                .maxItems(100)
                .items(ref("FieldError")));
  }

  private static Schema object(String description, List<String> required) {
    return OASFactory.createSchema()
        .addType(SchemaType.OBJECT)
        .description(description)
        .required(required);
  }

  private static Schema text(int longest) {
    return OASFactory.createSchema().addType(SchemaType.STRING).maxLength(longest);
  }
}
