package dev.followthrough.commitments.catalogue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The action ideas that everybody has, of {@code ideas/action-ideas.json}, in its order. An idea's
 * id is the UUIDv5 of its key, so that it is the same everywhere and stays when the words change.
 */
public final class Catalogue {

  private static final UUID NAMESPACE = UUID.fromString("5d0c8a52-7d1e-4f6b-9a63-2f1f0c7b8e41");
  private static final List<Idea> ALL = read();

  private Catalogue() {}

  public static List<Idea> all() {
    return ALL;
  }

  public static Optional<Idea> find(UUID id) {
    return ALL.stream().filter(idea -> idea.id().equals(id)).findFirst();
  }

  public static Optional<Idea> find(String key) {
    return ALL.stream().filter(idea -> idea.key().equals(key)).findFirst();
  }

  private static List<Idea> read() {
    try (var file = Catalogue.class.getResourceAsStream("/ideas/action-ideas.json")) {
      var ideas = new ObjectMapper().readValue(file, new TypeReference<List<Idea>>() {});
      var ids = Generators.nameBasedGenerator(NAMESPACE);
      return ideas.stream().map(idea -> withId(ids.generate(idea.key()), idea)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the catalogue of action ideas", e);
    }
  }

  private static Idea withId(UUID id, Idea i) {
    return new Idea(
        id,
        i.key(),
        i.kind(),
        i.complexity(),
        i.words(),
        i.area(),
        i.fits(),
        i.say(),
        i.templates());
  }
}
