package dev.followthrough.platform.outgoing;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where requests may go, as configured. {@link #check} refuses what a URL's spelling already tells,
 * so that a caller learns it when storing the URL; what a name stands for is decided anew with each
 * request, by {@link OutgoingHttp}. A setting that makes no sense stops the start.
 */
@Startup
@ApplicationScoped
public class OutgoingPolicy {

  private static final String ANY_PORT = "*";

  private final Set<String> schemes;
  private final Set<String> ports;
  private final AddressRules addresses;

  @Inject
  public OutgoingPolicy(OutgoingConfig config) {
    schemes = words(config.schemes());
    ports = words(config.ports());
    addresses =
        new AddressRules(
            words(config.allowedNetworks().orElse(List.of())).stream().map(Network::of).toList());
    if (!Set.of("http", "https").containsAll(schemes) || schemes.isEmpty()) {
      throw new IllegalArgumentException("followthrough.outgoing.schemes can be https and http.");
    }
    if (!ports.stream().allMatch(port -> port.matches("\\*|[1-9][0-9]{0,4}"))) {
      throw new IllegalArgumentException("followthrough.outgoing.ports are numbers, or * for any.");
    }
  }

  /**
   * The URL in its one spelling.
   *
   * @throws RefusedUrl with the rule that it breaks
   */
  public OutgoingUrl check(String text) throws RefusedUrl {
    var url = OutgoingUrl.parse(text);
    if (!schemes.contains(url.scheme())) {
      throw new RefusedUrl(
          RefusedUrl.ALLOWED_SCHEME, "Requests go out by " + listed(schemes) + " only.");
    }
    if (!ports.contains(ANY_PORT) && !ports.contains(Integer.toString(url.port()))) {
      throw new RefusedUrl(
          RefusedUrl.ALLOWED_PORT, "Requests go out to port " + listed(ports) + " only.");
    }
    var refusal = url.literal().or(() -> loopbackName(url)).flatMap(addresses::refusal);
    if (refusal.isPresent()) {
      throw new RefusedUrl(
          RefusedUrl.PUBLIC_ADDRESS,
          "Requests go to public addresses only; this one is not (" + refusal.get() + ").");
    }
    return url;
  }

  /** Whether a request may be connected to this address. */
  boolean allows(InetAddress address) {
    return addresses.refusal(address).isEmpty();
  }

  /** localhost and all below it are loopback by definition (RFC 6761), no look-up needed. */
  private static Optional<InetAddress> loopbackName(OutgoingUrl url) {
    boolean local = url.host().equals("localhost") || url.host().endsWith(".localhost");
    return local ? Optional.of(InetAddress.ofLiteral("127.0.0.1")) : Optional.empty();
  }

  private static Set<String> words(List<String> configured) {
    return configured.stream()
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String listed(Set<String> words) {
    return words.stream().sorted().collect(Collectors.joining(" or "));
  }
}
