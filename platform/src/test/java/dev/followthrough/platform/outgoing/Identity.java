package dev.followthrough.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.PfxOptions;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A self-signed certificate for a name, made by the JDK's own keytool. */
final class Identity {

  private static final String PASSWORD = "changeit";

  private Identity() {}

  /** Serves as a server's identity, and as the trust in it: the certificate is its own root. */
  static PfxOptions of(Path directory, String alternativeNames) throws Exception {
    Path file = directory.resolve("identity.p12");
    var keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=test",
                "-ext",
                "san=" + alternativeNames,
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(keytool.exitValue()).isZero();
    return new PfxOptions().setPath(file.toString()).setPassword(PASSWORD);
  }
}
