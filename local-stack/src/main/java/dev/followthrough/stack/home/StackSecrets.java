package dev.followthrough.stack.home;

import dev.followthrough.stack.infra.DatabaseBootstrap;
import dev.followthrough.stack.infra.PrivateFiles;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The secrets that a local stack makes for itself once and keeps with its data: the database roles'
 * passwords by role name, and the key that the services encrypt recoverable secrets with.
 */
public record StackSecrets(Map<String, String> rolePasswords, String encryptionKey) {

  /** The id of the encryption key. */
  public static final String KEY_ID = "local1";

  private static final int KEY_BYTES = 32;
  private static final String ENCRYPTION_KEY = "encryption-key";

  /** Reads the secrets of a data folder; makes those that are missing. */
  public static StackSecrets at(Path data) throws IOException {
    Path file = data.resolve("secrets.properties");
    var properties = new Properties();
    if (Files.exists(file)) {
      properties.load(new StringReader(Files.readString(file)));
    }
    int before = properties.size();
    DatabaseBootstrap.roles()
        .forEach(role -> properties.computeIfAbsent(role, _ -> PrivateFiles.randomSecret()));
    properties.computeIfAbsent(ENCRYPTION_KEY, _ -> newKey());
    if (properties.size() != before) {
      var text = new StringWriter();
      properties.store(text, "Made by ./followthrough up. Without these, the data is of no use.");
      Path draft = file.resolveSibling("secrets.tmp");
      PrivateFiles.write(draft, text.toString());
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    return new StackSecrets(
        DatabaseBootstrap.roles().stream()
            .collect(Collectors.toMap(Function.identity(), properties::getProperty)),
        properties.getProperty(ENCRYPTION_KEY));
  }

  @Override
  public String toString() {
    return "StackSecrets[…]";
  }

  private static String newKey() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
