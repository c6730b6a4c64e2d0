package dev.followthrough.platform.openapi;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Says in {@code x-sdk-method} what an operation is called in an SDK, where the operations of a tag
 * stand together: {@code createContact} of the tag {@code contacts} is {@code contacts.create}. The
 * tag's own word, which follows the verb, falls away; where that leaves a word that Java,
 * TypeScript or Python keeps for itself, or two operations of one name, the whole name stays.
 * {@code x-sdk-item} names what a page holds, {@code x-sdk-stream} marks an answer that never ends,
 * {@code x-sdk-optional-body} a body that need not be there.
 */
final class SdkMethods {

  private static final String METHOD = "x-sdk-method";

  /** The schema of what a page holds. */
  private static final String ITEM = "x-sdk-item";

  private static final String OPTIONAL_BODY = "x-sdk-optional-body";
  private static final String STREAM = "x-sdk-stream";
  private static final String PAGE = "x-sdk-page";

  private static final Set<String> RESERVED =
      Set.of("void", "import", "delete", "new", "class", "default", "return", "with", "from", "in");

  private SdkMethods() {}

  static void name(OpenAPI document) {
    var all =
        document.getPaths().getPathItems().values().stream()
            .flatMap(item -> item.getOperations().values().stream())
            .toList();
    Map<String, Long> uses =
        all.stream().collect(Collectors.groupingBy(SdkMethods::place, Collectors.counting()));
    var names = new HashMap<Operation, String>();
    for (var operation : all) {
      boolean alone = uses.get(place(operation)) == 1;
      names.put(operation, alone ? shortened(operation) : operation.getOperationId());
    }
    names.forEach((operation, name) -> operation.addExtension(METHOD, name));
    for (var operation : all) {
      describeAnswer(document, operation);
      var body = operation.getRequestBody();
      if (body != null && !Boolean.TRUE.equals(body.getRequired())) {
        operation.addExtension(OPTIONAL_BODY, true);
      }
    }
  }

  /** What a list is a list of, and which answer never ends. */
  private static void describeAnswer(OpenAPI document, Operation operation) {
    var answer = operation.getResponses().getAPIResponse("200");
    if (answer == null || answer.getContent() == null) {
      return;
    }
    if (answer.getContent().hasMediaType("text/event-stream")) {
      operation.addExtension(STREAM, true);
    }
    if (answer.getContent().hasMediaType("text/html")) {
      operation.addExtension(PAGE, true);
    }
    var json = answer.getContent().getMediaType("application/json");
    if (json == null || json.getSchema() == null || json.getSchema().getRef() == null) {
      return;
    }
    var page = document.getComponents().getSchemas().get(simpleName(json.getSchema()));
    if (page != null
        && page.getProperties() != null
        && page.getProperties().containsKey("nextCursor")) {
      operation.addExtension(ITEM, simpleName(page.getProperties().get("items").getItems()));
    }
  }

  private static String simpleName(Schema reference) {
    return reference.getRef().substring(reference.getRef().lastIndexOf('/') + 1);
  }

  private static String place(Operation operation) {
    return operation.getTags().getFirst() + "." + shortened(operation);
  }

  private static String shortened(Operation operation) {
    return shortened(operation.getOperationId(), operation.getTags().getFirst());
  }

  /** What is left of an operation's id within its tag. */
  static String shortened(String operationId, String tag) {
    String plural = capitalised(tag);
    int verb = 0;
    while (verb < operationId.length() && !Character.isUpperCase(operationId.charAt(verb))) {
      verb++;
    }
    String rest = operationId.substring(verb);
    for (String word : new String[] {plural, singular(plural)}) {
      boolean wholeWord =
          rest.startsWith(word)
              && (rest.length() == word.length()
                  || Character.isUpperCase(rest.charAt(word.length())));
      // a change of many is no change of one: only a list drops the plural
      boolean fits = !word.equals(plural) || word.equals(singular(plural)) || isList(operationId);
      if (wholeWord && fits) {
        String left = operationId.substring(0, verb) + rest.substring(word.length());
        return RESERVED.contains(left) ? operationId : left;
      }
    }
    return operationId;
  }

  private static boolean isList(String operationId) {
    return operationId.startsWith("list");
  }

  private static String singular(String plural) {
    if (plural.endsWith("ies")) {
      return plural.substring(0, plural.length() - 3) + "y";
    }
    if (plural.endsWith("ches")) {
      return plural.substring(0, plural.length() - 2);
    }
    return plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
  }

  private static String capitalised(String tag) {
    var name = new StringBuilder();
    for (String word : tag.split("-", -1)) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    return name.toString();
  }
}
