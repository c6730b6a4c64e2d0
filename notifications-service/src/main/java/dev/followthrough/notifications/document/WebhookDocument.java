package dev.followthrough.notifications.document;

import dev.followthrough.events.EventCatalogue;
import dev.followthrough.notifications.message.PublicEvents;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Properties;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * The document's {@code webhooks}: every event that receivers can get, with schema and example. The
 * schemas of the others stand among the components too, for the document of the topics; the API's
 * leaves them out.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class WebhookDocument implements OASFilter {

  private static final String SUMMARIES = "openapi/webhooks.properties";

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getComponents() == null) {
      document.setComponents(OASFactory.createComponents());
    }
    var schemas = new EventSchemas(document.getComponents());
    var summaries = summaries();
    var webhooks = new LinkedHashMap<String, PathItem>();
    for (var entry : EventCatalogue.all()) {
      var component = entry.record().getSimpleName() + "Event";
      var summary = summaries.getProperty(entry.type());
      if (summary == null) {
        throw new IllegalStateException(SUMMARIES + " says nothing of " + entry.type());
      }
      document
          .getComponents()
          .addSchema(component, message(entry, schemas.facts(entry.record()), summary));
      if (PublicEvents.includes(entry.type())) {
        webhooks.put(entry.type(), webhook(entry, component, schemas, summary));
      }
    }
    document.setWebhooks(webhooks);
  }

  private static Schema message(EventCatalogue.Entry entry, Schema facts, String summary) {
    var message = OASFactory.createSchema();
    // so that a generator can make one type of all that a receiver can get
    message.addExtension("x-webhook-event", true);
    return message
        .addType(SchemaType.OBJECT)
        .description(summary)
        .addProperty(
            "type",
            OASFactory.createSchema().addType(SchemaType.STRING).addEnumeration(entry.type()))
        .addProperty(
            "timestamp",
            OASFactory.createSchema()
                .addType(SchemaType.STRING)
                .format("date-time")
                .description("When it happened."))
        .addProperty("data", facts)
        .required(List.of("type", "timestamp", "data"));
  }

  private static PathItem webhook(
      EventCatalogue.Entry entry, String component, EventSchemas schemas, String summary) {
    var example = new LinkedHashMap<String, Object>();
    example.put("type", entry.type());
    example.put("timestamp", "2026-03-23T09:00:00Z");
    example.put("data", schemas.example(entry.record()));
    var media =
        OASFactory.createMediaType()
            .schema(OASFactory.createSchema().ref("#/components/schemas/" + component))
            .example(example);
    return OASFactory.createPathItem()
        .POST(
            OASFactory.createOperation()
                .operationId("on" + entry.record().getSimpleName())
                .summary(summary)
                .addTag("webhooks")
                .security(List.of()) // it is the receiver's, and carries a signature
                .addParameter(header("webhook-id", "The event's id, the same on every try."))
                .addParameter(header("webhook-timestamp", "When this try was made: Unix seconds."))
                .addParameter(
                    header("webhook-signature", "By Standard Webhooks 1.0.0; two while rotating."))
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
                                        + " tried again; 410 disables the endpoint."))));
  }

  private static Parameter header(String name, String description) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .required(true)
        .description(description)
        .schema(OASFactory.createSchema().addType(SchemaType.STRING));
  }

  private static Properties summaries() {
    var loader = Thread.currentThread().getContextClassLoader();
    try (var in = loader.getResourceAsStream(SUMMARIES)) {
      var summaries = new Properties();
      summaries.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return summaries;
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + SUMMARIES, e);
    }
  }
}
