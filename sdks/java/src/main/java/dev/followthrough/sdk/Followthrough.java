package dev.followthrough.sdk;

import dev.followthrough.sdk.api.Operations;
import java.time.Duration;
import java.util.List;

/**
 * A client of Followthrough. It repeats what failed on the way, gives every {@code POST} an
 * idempotency key, and reads what it wrote. Safe to share between threads.
 *
 * <pre>{@code
 * var client = Followthrough.at("http://127.0.0.1:8080").token(token).build();
 * var ada = client.contacts().create(new ContactFields().name("Ada Lovelace"));
 * for (var contact : client.contacts().list()) System.out.println(contact.name());
 * }</pre>
 */
public final class Followthrough extends Operations {

  private final Transport transport;

  private Followthrough(Transport transport) {
    super(transport);
    this.transport = transport;
  }

  /** Begins a client of the API at an address without a path. */
  public static Builder at(String baseUrl) {
    return new Builder(baseUrl);
  }

  /**
   * Every event as it happens.
   *
   * @param types names of events or patterns such as {@code commitment.*}; empty for all
   * @param after the place in the log after which to begin; null for what happens from now on
   */
  public EventStream follow(List<String> types, String after) {
    return new EventStream(transport, types, null, after);
  }

  /** Every event as it happens, from now on. */
  public EventStream follow() {
    return follow(List.of(), null);
  }

  /** Settings of a client. */
  public static final class Builder {

    final String baseUrl;
    TokenSource tokens;
    int retries = 4;
    Duration timeout = Duration.ofSeconds(30);
    Pause pause = Pause::sleep;

    private Builder(String baseUrl) {
      this.baseUrl = baseUrl;
    }

    public Builder token(String token) {
      tokens = stale -> token;
      return this;
    }

    /** Where to get a token; asked again when one is refused. */
    public Builder tokens(TokenSource source) {
      tokens = source;
      return this;
    }

    /** How often a call is tried again after 429, 502, 503, 504 or a broken connection. */
    public Builder retries(int times) {
      retries = times;
      return this;
    }

    /** How long one try may take. */
    public Builder timeout(Duration time) {
      timeout = time;
      return this;
    }

    Builder pause(Pause how) {
      pause = how;
      return this;
    }

    public Followthrough build() {
      if (tokens == null) {
        throw new IllegalStateException("A client needs a token: token(…) or tokens(…)");
      }
      return new Followthrough(new Transport(this));
    }
  }
}
