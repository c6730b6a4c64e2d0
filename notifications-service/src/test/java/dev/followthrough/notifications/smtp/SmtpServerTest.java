package dev.followthrough.notifications.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.followthrough.notifications.smtp.SmtpConfig.Protection;
import dev.followthrough.notifications.testing.FaultySmtp;
import dev.followthrough.notifications.testing.SettableSmtp;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The mail server as it is configured, and what its answers mean. */
class SmtpServerTest {

  private record Config(
      Optional<String> host,
      int port,
      Optional<String> user,
      Optional<String> password,
      Protection protection,
      Optional<String> from,
      Optional<String> publicUrl)
      implements SmtpConfig {}

  private static Config config(String host, String password, String from, String url) {
    return new Config(
        Optional.ofNullable(host),
        587,
        Optional.ofNullable(password == null ? null : "user"),
        Optional.ofNullable(password),
        Protection.STARTTLS,
        Optional.ofNullable(from),
        Optional.ofNullable(url));
  }

  private static final Letter LETTER =
      new Letter("id@example.org", "ada@example.org", "s", "t", "<p>h</p>", null, Instant.EPOCH);

  @Test
  void without_a_host_there_is_none() {
    assertThat(SmtpServer.of(config(null, null, null, null))).isEmpty();
  }

  @Test
  void settings_that_are_empty_are_not_there_and_a_connection_is_protected_by_default() {
    var empty =
        new SmallRyeConfigBuilder()
            .withMapping(SmtpConfig.class)
            .withDefaultValue("followthrough.email.host", "")
            .withDefaultValue("followthrough.email.user", "")
            .withDefaultValue("followthrough.email.from", "")
            .build()
            .getConfigMapping(SmtpConfig.class);

    assertThat(SmtpServer.of(empty)).isEmpty();
    assertThat(empty.protection()).isEqualTo(Protection.STARTTLS);
    assertThat(empty.port()).isEqualTo(587);
  }

  @Test
  void half_a_configuration_is_refused_by_the_name_of_what_is_missing() {
    assertThatThrownBy(() -> SmtpServer.of(config("mail.example.org", null, null, null)))
        .hasMessageContaining("followthrough.email.from");
    assertThatThrownBy(
            () -> SmtpServer.of(config("mail.example.org", null, "Ada <a@b.example>", null)))
        .hasMessageContaining("followthrough.email.from");
    assertThatThrownBy(() -> SmtpServer.of(config("mail.example.org", null, "a@b.example", null)))
        .hasMessageContaining("followthrough.email.public-url");
    assertThatThrownBy(
            () -> SmtpServer.of(config("mail.example.org", null, "a@b.example", "ftp://x")))
        .hasMessageContaining("followthrough.email.public-url");
    assertThatThrownBy(
            () ->
                SmtpServer.of(config("mail.example.org", null, "a@b.example", "http://x.example")))
        .hasMessageContaining("followthrough.email.public-url");
    assertThat(
            SmtpServer.of(
                config("mail.example.org", null, "a@b.example", "http://localhost:8080/")))
        .isPresent();
  }

  @Test
  void a_whole_one_is_taken_and_tells_no_password() {
    var server =
        SmtpServer.of(config("mail.example.org", "hush", "a@b.example", "https://api.example.org/"))
            .orElseThrow();

    assertThat(server.publicUrl()).isEqualTo("https://api.example.org");
    assertThat(server.domain()).isEqualTo("b.example");
    assertThat(server.toString()).doesNotContain("hush");
    assertThat(server.properties()).containsEntry("mail.smtp.starttls.required", "true");
    assertThat(server.properties()).doesNotContainValue("hush");
  }

  @Test
  void where_the_connection_cannot_be_protected_nothing_is_said() {
    try (var server = new FaultySmtp(Map.of())) {
      var outcome = new Smtp().send(SettableSmtp.at(server.port(), Protection.STARTTLS), LETTER);

      assertThat(outcome).isInstanceOf(SendOutcome.TryAgain.class);
      assertThat(server.count("MAIL")).isZero();
    }
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_refused() {
    var post = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtps"));
    post.start();
    try {
      var server = SettableSmtp.at(post.getSmtps().getPort(), Protection.TLS);

      assertThat(new Smtp().send(server, LETTER)).isInstanceOf(SendOutcome.TryAgain.class);
      assertThat(post.getReceivedMessages()).isEmpty();
    } finally {
      post.stop();
    }
  }

  @Test
  void what_the_server_answers_says_what_becomes_of_a_mail() {
    assertOutcome(Map.of(), SendOutcome.Sent.class);
    assertOutcome(Map.of("QUIT", "500 no farewell"), SendOutcome.Sent.class);
    assertOutcome(Map.of("RCPT", "550 5.1.1 nobody"), SendOutcome.NoSuchAddress.class);
    assertOutcome(
        Map.of("RCPT", "550-5.1.1 nobody\r\n550 5.1.1 there"), SendOutcome.NoSuchAddress.class);
    assertOutcome(Map.of("RCPT", "553 no such name"), SendOutcome.Doubtful.class);
    assertOutcome(Map.of("RCPT", "550 not from 5.1.1.7"), SendOutcome.Doubtful.class);
    assertOutcome(Map.of("RCPT", "550 5.7.1 relaying denied"), SendOutcome.TryAgain.class);
    assertOutcome(Map.of("RCPT", "554 relay access denied"), SendOutcome.TryAgain.class);
    assertOutcome(Map.of("RCPT", "550 5.1.8 bad sender"), SendOutcome.TryAgain.class);
    assertOutcome(Map.of("RCPT", "552 5.2.2 mailbox full"), SendOutcome.TryAgain.class);
    assertOutcome(Map.of("RCPT", "450 later"), SendOutcome.TryAgain.class);
    assertOutcome(Map.of(".", "554 no"), SendOutcome.Refused.class);
    assertOutcome(Map.of(".", "451 later"), SendOutcome.TryAgain.class);
    assertOutcome(Map.of("DATA", "554 no"), SendOutcome.Refused.class);
    assertOutcome(Map.of("MAIL", "550 not from there"), SendOutcome.TryAgain.class);
    assertOutcome(Map.of("EHLO", "421 busy", "HELO", "421 busy"), SendOutcome.TryAgain.class);
  }

  private static void assertOutcome(
      Map<String, String> answers, Class<? extends SendOutcome> outcome) {
    try (var server = new FaultySmtp(answers)) {
      assertThat(new Smtp().send(SettableSmtp.at(server.port(), Protection.NONE), LETTER))
          .as(answers.toString())
          .isInstanceOf(outcome);
    }
  }
}
