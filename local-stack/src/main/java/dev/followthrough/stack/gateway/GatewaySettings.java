package dev.followthrough.stack.gateway;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a gateway is made of.
 *
 * @param host the address it listens on
 * @param port its port; 0 is any free one
 * @param document a file with the merged OpenAPI document as JSON; absent, the committed one
 * @param backends each service's replicas as {@code host:port}, by the service's name
 * @param securityContact the URI under which flaws are reported, for security.txt
 */
public record GatewaySettings(
    String host,
    int port,
    Optional<Path> document,
    Map<String, List<String>> backends,
    String securityContact) {}
