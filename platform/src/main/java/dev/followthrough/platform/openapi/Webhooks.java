package dev.followthrough.platform.openapi;

import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** The document's {@code webhooks}, from the records that are their bodies. */
final class Webhooks {

  private static final DotName SCHEMA =
      DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");

  private final IndexView index;
  private final Examples examples;

  Webhooks(IndexView index, Examples examples) {
    this.index = index;
    this.examples = examples;
  }

  void add(OpenAPI document) {
    var webhooks = new TreeMap<String, PathItem>();
    for (var message : index.getAnnotations(WebhookMessage.class)) {
      webhooks.put(message.value("type").asString(), webhook(message));
    }
    if (!webhooks.isEmpty()) {
      document.setWebhooks(webhooks);
    }
  }

  private PathItem webhook(AnnotationInstance message) {
    var type = message.value("type").asString();
    var media = OASFactory.createMediaType().schema(StandardParts.ref(component(message)));
    examples.ofWebhook(type).ifPresent(media::setExample);
    return OASFactory.createPathItem()
        .POST(
            OASFactory.createOperation()
                .operationId("on" + camel(type))
                .summary(message.value("summary").asString())
                .addTag("webhooks")
                .requestBody(
                    OASFactory.createRequestBody()
                        .required(true)
                        .content(
                            OASFactory.createContent().addMediaType("application/json", media)))
                .responses(
                    OASFactory.createAPIResponses()
                        .addAPIResponse(
                            "2XX",
                            OASFactory.createAPIResponse()
                                .description(
                                    "Received. Anything else, or nothing within 15 seconds, is"
                                        + " tried again."))));
  }

  private static String component(AnnotationInstance message) {
    var type = message.target().asClass();
    var schema = type.declaredAnnotation(SCHEMA);
    return schema == null || schema.value("name") == null
        ? type.simpleName()
        : schema.value("name").asString();
  }

  private static String camel(String type) {
    var result = new StringBuilder();
    for (var word : type.split("[._-]")) {
      result.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return result.toString();
  }
}
