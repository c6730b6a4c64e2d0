package dev.followthrough.platform.testing;

import dev.followthrough.stack.testing.SharedInfra;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Gives a service under test the run's Postgres and Kafka, a database and topics of its own, and a
 * token issuer whose key only this run knows. The argument {@code schema} is the service's short
 * name.
 */
public class StackResource implements QuarkusTestResourceLifecycleManager {

  static final String ISSUER = "https://issuer.test";
  static final String PRIVATE_KEY = "followthrough.test.private-key";
  static final String SUPERUSER_URL = "followthrough.test.superuser-url";

  private String schema;

  @Override
  public void init(Map<String, String> arguments) {
    schema = arguments.get("schema");
  }

  @Override
  public Map<String, String> start() {
    var database = SharedInfra.database("test_" + schema);
    var settings = new HashMap<String, String>();
    settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl(schema));
    settings.put("quarkus.datasource.username", schema + "_app");
    settings.put("quarkus.datasource.password", database.password(schema + "_app"));
    settings.put("quarkus.flyway.username", schema + "_owner");
    settings.put("quarkus.flyway.password", database.password(schema + "_owner"));
    settings.put(SUPERUSER_URL, database.superuserJdbcUrl());
    settings.put("followthrough.kafka.bootstrap-servers", database.kafkaBootstrapServers());
    settings.put("followthrough.kafka.topic-prefix", "test-" + UUID.randomUUID() + ".");
    settings.put("followthrough.kafka.partitions", "3");
    settings.put("quarkus.http.test-port", "0");
    settings.put("mp.jwt.verify.issuer", ISSUER);
    var keys = keys();
    // with several algorithms a key given as PEM is read as one of them, whichever comes first
    settings.put("mp.jwt.verify.publickey.algorithm", "RS256");
    settings.put("mp.jwt.verify.publickey", pem("PUBLIC", keys.getPublic().getEncoded()));
    settings.put(PRIVATE_KEY, Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
    settings.put("followthrough.secrets.active", "test");
    settings.put(
        "followthrough.secrets.keys", "test:" + Base64.getEncoder().encodeToString(new byte[32]));
    return settings;
  }

  @Override
  public void stop() {}

  private static java.security.KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String kind, byte[] encoded) {
    return "-----BEGIN %s KEY-----\n%s\n-----END %s KEY-----\n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(encoded), kind);
  }
}
