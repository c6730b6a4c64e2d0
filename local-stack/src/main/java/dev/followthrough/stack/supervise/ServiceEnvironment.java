package dev.followthrough.stack.supervise;

import dev.followthrough.stack.home.StackSecrets;
import dev.followthrough.stack.issuer.TokenIssuer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The environment variables that a packaged service is configured by, when it runs on this machine
 * beside the embedded Postgres and Kafka.
 *
 * @param service the service's short name, which is its schema too
 * @param kafkaBootstrapServers as {@code host:port}
 * @param jwksUri where the issuer's keys are
 */
public record ServiceEnvironment(
    String service,
    String host,
    int port,
    String databaseHost,
    int databasePort,
    String database,
    String kafkaBootstrapServers,
    String jwksUri) {

  private static final String LOCAL_PARTITIONS = "6";

  /** All variables, the secrets included. */
  public Map<String, String> variables(StackSecrets secrets) {
    var all = new LinkedHashMap<String, String>();
    all.put("QUARKUS_HTTP_HOST", host);
    all.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    all.put("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true");
    all.put("QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST", "true");
    all.put(
        "QUARKUS_DATASOURCE_JDBC_URL",
        "jdbc:postgresql://%s:%d/%s?currentSchema=%s&stringtype=unspecified"
            .formatted(databaseHost, databasePort, database, service));
    all.put("QUARKUS_DATASOURCE_USERNAME", service + "_app");
    all.put("QUARKUS_DATASOURCE_PASSWORD", secrets.rolePasswords().get(service + "_app"));
    all.put("QUARKUS_FLYWAY_USERNAME", service + "_owner");
    all.put("QUARKUS_FLYWAY_PASSWORD", secrets.rolePasswords().get(service + "_owner"));
    all.put("FOLLOWTHROUGH_KAFKA_BOOTSTRAP_SERVERS", kafkaBootstrapServers);
    all.put("FOLLOWTHROUGH_KAFKA_PARTITIONS", LOCAL_PARTITIONS);
    all.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", jwksUri);
    all.put("MP_JWT_VERIFY_ISSUER", TokenIssuer.NAME);
    all.put("MP_JWT_VERIFY_AUDIENCES", TokenIssuer.AUDIENCE);
    all.put("FOLLOWTHROUGH_SECRETS_KEYS", StackSecrets.KEY_ID + ":" + secrets.encryptionKey());
    all.put("FOLLOWTHROUGH_SECRETS_ACTIVE", StackSecrets.KEY_ID);
    // webhook receivers of a local stack are on this machine
    all.put("FOLLOWTHROUGH_OUTGOING_ALLOWED_NETWORKS", "127.0.0.0/8,::1/128");
    all.put("FOLLOWTHROUGH_OUTGOING_SCHEMES", "https,http");
    all.put("FOLLOWTHROUGH_OUTGOING_PORTS", "*");
    return all;
  }
}
