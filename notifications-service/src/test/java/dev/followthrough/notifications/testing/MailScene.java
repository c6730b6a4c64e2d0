package dev.followthrough.notifications.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.followthrough.events.Circle;
import dev.followthrough.events.ContactsEvent;
import dev.followthrough.events.Event;
import dev.followthrough.events.KeepInTouchDue;
import dev.followthrough.events.KeepInTouchReason;
import dev.followthrough.events.NextAction;
import dev.followthrough.events.NextActionKind;
import dev.followthrough.events.NextActionsCompiled;
import dev.followthrough.events.Participant;
import dev.followthrough.platform.kafka.KafkaProbe;
import dev.followthrough.platform.testing.SettableTime;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** An owner with a mailbox at a real mail server, and a hand on what the other services tell. */
public abstract class MailScene {

  protected static final GreenMail POST = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}");

  @Inject protected KafkaProbe others;
  @Inject protected SettableTime time;
  @Inject protected SettableSmtp smtp;

  protected final Client owner = Client.ofNewOwner();
  protected final String address = owner.name() + "@example.org";
  protected final UUID ada = UUID.randomUUID();

  @BeforeAll
  static void open() {
    POST.start();
  }

  @AfterAll
  static void close() {
    POST.stop();
  }

  @BeforeEach
  void configure() {
    smtp.use(POST.getSmtp().getPort());
  }

  @AfterEach
  void leaveAsByDefault() {
    smtp.off();
  }

  protected ValidatableResponse put(String json) {
    return owner.request().body(json).put("/v1/email-settings").then();
  }

  protected ValidatableResponse putAddress() {
    return put("{\"address\": \"%s\"}".formatted(address));
  }

  protected ValidatableResponse sayCode(String code) {
    return owner.post("/v1/email-settings/confirmation", "{\"code\": \"%s\"}".formatted(code));
  }

  protected String status() {
    return owner.get("/v1/email-settings").statusCode(200).extract().path("status");
  }

  /** The owner has an address, to which reminders and digests are mailed. */
  protected void confirm() {
    putAddress().statusCode(200);
    sayCode(codeIn(awaitMails(1).getFirst())).statusCode(200);
  }

  public static String codeIn(MimeMessage mail) {
    var code = CODE.matcher(text(mail));
    assertThat(code.find()).as(text(mail)).isTrue();
    return code.group();
  }

  /** What was mailed to the owner so far. */
  protected List<MimeMessage> mails() {
    return mailsTo(address);
  }

  protected static List<MimeMessage> mailsTo(String address) {
    return Arrays.stream(POST.getReceivedMessages())
        .filter(mail -> header(mail, "To").equals(address))
        .toList();
  }

  /** At least so many. */
  protected List<MimeMessage> awaitMails(int count) {
    await().atMost(Duration.ofSeconds(20)).until(() -> mails().size() >= count);
    return mails();
  }

  public static String header(MimeMessage mail, String name) {
    try {
      return mail.getHeader(name, null);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  protected static String text(MimeMessage mail) {
    return part(mail, 0, "text/plain; charset=UTF-8");
  }

  protected static String html(MimeMessage mail) {
    return part(mail, 1, "text/html; charset=UTF-8");
  }

  private static String part(MimeMessage mail, int index, String type) {
    try {
      assertThat(mail.getContentType()).startsWith("multipart/alternative");
      var part = ((MimeMultipart) mail.getContent()).getBodyPart(index);
      assertThat(part.getContentType()).isEqualTo(type);
      return (String) part.getContent();
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tells it as the other service would, and waits until it has been heard. */
  protected void tell(Event event) {
    var source = event instanceof ContactsEvent ? "contacts" : "commitments";
    var told = others.publish(source, owner.owner(), event, time.now());
    owner
        .request()
        .header("Followthrough-Position", source + "." + told.position())
        .get("/v1/reminders")
        .then()
        .statusCode(200);
  }

  protected LocalDate today() {
    return LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
  }

  /** A digest of one line is due. */
  protected void digest(LocalDate on, String words) {
    tell(
        new NextActionsCompiled(
            on,
            "UTC",
            List.of(
                new NextAction(
                    UUID.randomUUID(),
                    NextActionKind.OWN_PROMISE,
                    words,
                    "commitment/" + UUID.randomUUID(),
                    List.of(new Participant(ada, "Ada Lovelace")),
                    null)),
            0));
  }

  /** A reminder to keep in touch is due. */
  protected void reminder(String name) {
    tell(
        new KeepInTouchDue(
            ada,
            name,
            Circle.ACTIVE,
            today().minusDays(1),
            91,
            KeepInTouchReason.LAST_TOPIC,
            "You last spoke of bicycles.",
            "How did the ride go?"));
  }
}
