package dev.followthrough.sdk;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A list that is read part by part: iterate over every item, or take the pages. */
public final class Listing<T> implements Iterable<T> {

  private final Transport transport;
  private final Call call;
  private final Class<T> item;

  public Listing(Transport transport, Call call, Class<T> item) {
    this.transport = transport;
    this.call = call;
    this.item = item;
  }

  /** The first page, or the one that the query's cursor names. */
  public Page<T> page() {
    return fetch(call);
  }

  /** The pages one after the other, each fetched when it is asked for. */
  public Iterable<Page<T>> pages() {
    return Pages::new;
  }

  @Override
  public Iterator<T> iterator() {
    return stream().iterator();
  }

  /** Every item, in order. */
  public Stream<T> stream() {
    return StreamSupport.stream(pages().spliterator(), false)
        .flatMap(page -> page.items().stream());
  }

  private Page<T> fetch(Call one) {
    JsonNode body = transport.send(one, new TypeReference<JsonNode>() {});
    List<T> items = new ArrayList<>();
    for (JsonNode each : body.path("items")) {
      items.add(transport.read(each, item));
    }
    var next = body.get("nextCursor");
    return new Page<>(List.copyOf(items), next == null ? null : next.asText());
  }

  private final class Pages implements Iterator<Page<T>> {

    private Call next = call;

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Page<T> next() {
      if (next == null) {
        throw new NoSuchElementException();
      }
      var page = fetch(next);
      next = page.nextCursor() == null ? null : next.at(page.nextCursor());
      return page;
    }
  }
}
