package dev.followthrough.stack.infra;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** Files that only their owner may read (mode 0600), and the secrets made for them. */
public final class PrivateFiles {

  private static final SecureRandom RANDOM = new SecureRandom();

  private PrivateFiles() {}

  /** Creates the folder, and those above it, such that only its owner may look inside. */
  public static void createFolder(Path folder) throws IOException {
    Files.createDirectories(folder.toAbsolutePath().getParent());
    if (Files.notExists(folder)) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  /** Writes the text to a file that nobody else could read at any moment. */
  public static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var channel = Files.newByteChannel(file, options, ownerOnly)) {
      var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  /** The secret in the file; made first if the file is absent. */
  public static String secret(Path file) throws IOException {
    if (Files.notExists(file)) {
      Path draft = file.resolveSibling(file.getFileName() + ".tmp");
      write(draft, randomSecret());
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(file).strip();
  }

  /** 192 random bits in letters that need no quoting in a URL or in SQL. */
  public static String randomSecret() {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
