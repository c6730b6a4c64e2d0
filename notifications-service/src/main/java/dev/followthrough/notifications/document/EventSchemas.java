package dev.followthrough.notifications.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.followthrough.events.Party;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * The schemas and examples of events, read from their records. Records within events become
 * components whose names begin with {@code Event}, so that they meet no other service's.
 */
final class EventSchemas {

  /**
   * Facts that an event may lack; every other one is always there. One that only some records lack
   * is named with its record.
   */
  private static final Set<String> OPTIONAL =
      Set.of(
          "text",
          "receiver",
          "area",
          "complexity",
          "promiser",
          "noAgreement",
          "answers",
          "quietHours",
          "whatIDoNowSince",
          "byWhen",
          "origin",
          "estimate",
          "lower",
          "upper",
          "quality",
          "collaboration",
          "gap",
          "oneWaySince",
          "proposedCircle",
          "thanksSaidAt",
          "sameAs",
          "forGoal",
          "offer",
          "doBy",
          "link",
          "calendarUid",
          "calendarOccurrence",
          "MeetingScheduled.place",
          "MeetingChanged.place",
          "MeetingHeld.place");

  private static final String ID = "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3";
  private static final Map<String, Object> SAMPLES =
      Map.ofEntries(
          Map.entry("name", "Ada Lovelace"),
          Map.entry("text", "Send the article on gears"),
          Map.entry("timeZone", "Europe/Berlin"),
          Map.entry("dueAtLocal", "2026-03-30T11:00:00+02:00"),
          Map.entry("untilLocal", "2026-04-13T11:00:00+02:00"),
          Map.entry("lead", "PT24H"),
          Map.entry("reason", "failing"),
          Map.entry("area", "design"),
          Map.entry("areas", "design"),
          Map.entry("from", "21:00"),
          Map.entry("to", "07:30"),
          Map.entry("digestAt", "08:00"),
          Map.entry("changed", "timeZone"),
          Map.entry("MeetingChanged.changed", "place"),
          Map.entry("AskChanged.changed", "words"),
          Map.entry("place", "Lisbon"),
          Map.entry("link", "https://meet.example.com/ada"),
          Map.entry("calendarUid", "6b1a7c3e-weekly@calendar.example.com"),
          Map.entry("words", "You last spoke of bicycles."),
          Map.entry("question", "How did the ride go?"),
          Map.entry("sharedInterests", "bicycles"),
          Map.entry("expertise", "gears"),
          Map.entry("needs", "a frame builder"),
          Map.entry("offers", "an introduction to the guild"),
          Map.entry("offer", "an introduction to the guild"),
          Map.entry("about", "commitment/" + ID),
          Map.entry("receiver", ID),
          Map.entry("attestedBy", ID));

  private final Components components;

  EventSchemas(Components components) {
    this.components = components;
  }

  /** The facts of an event: its record, and where it stands in the owner's order. */
  Schema facts(Class<?> event) {
    return object(event)
        .addProperty(
            "sequence",
            OASFactory.createSchema()
                .addType(SchemaType.INTEGER)
                .format("int64")
                .description("Of two events about one thing, the later has the higher one."))
        .addProperty(
            "shortened",
            OASFactory.createSchema()
                .addType(SchemaType.BOOLEAN)
                .description("Some words or lists were cut, to keep the body under 20 kB."))
        .addRequired("sequence");
  }

  Map<String, Object> example(Class<?> event) {
    var facts = sample(event);
    facts.put("sequence", 7);
    return facts;
  }

  private Schema object(Class<?> type) {
    var schema = OASFactory.createSchema().addType(SchemaType.OBJECT);
    var required = new ArrayList<String>();
    for (var component : type.getRecordComponents()) {
      schema.addProperty(component.getName(), schema(component.getGenericType()));
      if (!OPTIONAL.contains(component.getName()) && !OPTIONAL.contains(qualified(component))) {
        required.add(component.getName());
      }
    }
    return schema.required(required);
  }

  private Schema schema(Type type) {
    if (type instanceof ParameterizedType list) {
      return OASFactory.createSchema()
          .addType(SchemaType.ARRAY)
          .items(schema(list.getActualTypeArguments()[0]));
    }
    var of = (Class<?>) type;
    if (of.isEnum()) {
      var schema = OASFactory.createSchema().addType(SchemaType.STRING);
      words(of).forEach(schema::addEnumeration);
      return schema;
    }
    if (of == Party.class) {
      return string(null).description("`owner`, or a contact's id.");
    }
    if (of.isRecord()) {
      var name = "Event" + of.getSimpleName();
      if (components.getSchemas() == null || !components.getSchemas().containsKey(name)) {
        components.addSchema(name, object(of));
      }
      return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }
    return switch (of.getSimpleName()) {
      case "UUID" -> string("uuid");
      case "Instant" -> string("date-time");
      case "LocalDate" -> string("date");
      case "String" -> string(null);
      case "int", "long" -> OASFactory.createSchema().addType(SchemaType.INTEGER).format("int64");
      case "double", "Double" ->
          OASFactory.createSchema().addType(SchemaType.NUMBER).format("double");
      case "boolean" -> OASFactory.createSchema().addType(SchemaType.BOOLEAN);
      default -> throw new IllegalStateException("no schema for " + of);
    };
  }

  private static Schema string(String format) {
    return OASFactory.createSchema().addType(SchemaType.STRING).format(format);
  }

  private static Map<String, Object> sample(Class<?> type) {
    var sample = new LinkedHashMap<String, Object>();
    for (RecordComponent component : type.getRecordComponents()) {
      if (!component.getName().equals("noAgreement")) {
        var known = SAMPLES.containsKey(qualified(component));
        sample.put(
            component.getName(),
            sample(known ? qualified(component) : component.getName(), component.getGenericType()));
      }
    }
    return sample;
  }

  private static String qualified(RecordComponent component) {
    return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
  }

  private static Object sample(String name, Type type) {
    if (type instanceof ParameterizedType list) {
      return List.of(sample(name, list.getActualTypeArguments()[0]));
    }
    var of = (Class<?>) type;
    if (of.isEnum()) {
      return words(of).getFirst();
    }
    if (of.isRecord() && of != Party.class) {
      return sample(of);
    }
    if (SAMPLES.containsKey(name) && of != LocalDate.class) {
      return SAMPLES.get(name);
    }
    return switch (of) {
      case Class<?> c when c == Party.class -> "owner";
      case Class<?> c when c == UUID.class -> ID;
      case Class<?> c when c == Instant.class -> "2026-03-30T09:00:00Z";
      case Class<?> c when c == LocalDate.class -> "2026-12-31";
      case Class<?> c when c == boolean.class -> true;
      case Class<?> c when c == double.class || c == Double.class -> 0.8;
      case Class<?> c when c == int.class || c == long.class -> 1;
      default -> throw new IllegalStateException("no example for " + name + " of " + of);
    };
  }

  private static List<String> words(Class<?> type) {
    return Arrays.stream(type.getFields())
        .filter(java.lang.reflect.Field::isEnumConstant)
        .map(
            constant -> {
              var written = constant.getAnnotation(JsonProperty.class);
              return written == null ? constant.getName() : written.value();
            })
        .toList();
  }
}
