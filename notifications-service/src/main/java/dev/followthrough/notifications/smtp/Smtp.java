package dev.followthrough.notifications.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.followthrough.notifications.smtp.SendOutcome.Doubtful;
import dev.followthrough.notifications.smtp.SendOutcome.NoSuchAddress;
import dev.followthrough.notifications.smtp.SendOutcome.Refused;
import dev.followthrough.notifications.smtp.SendOutcome.Sent;
import dev.followthrough.notifications.smtp.SendOutcome.TryAgain;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * Hands a mail to the mail server: {@code multipart/alternative} of text and HTML, with {@code
 * List-Unsubscribe} by one click (RFC 8058). Blocks; holds no transaction and no connection to the
 * database.
 */
@ApplicationScoped
public class Smtp {

  /** RFC 3463: what 5.1.x says of the recipient's address; 5.1.7 and 5.1.8 are of the sender's. */
  private static final Pattern NOBODY_THERE =
      Pattern.compile("^5\\d\\d[ -]5\\.1\\.(1|2|3|6|10)(?![\\d.])");

  private static final Pattern ENHANCED = Pattern.compile("^\\d{3}[ -]\\d\\.\\d");

  /** What is said of an address that is not there, and of much else. */
  private static final Set<Integer> NAMELESS = Set.of(550, 553);

  /** "Exceeded storage allocation": a full mailbox is one that may be emptied. */
  private static final int FULL = 552;

  public SendOutcome send(SmtpServer server, Letter letter) {
    var session = Session.getInstance(server.properties());
    try {
      var message = message(session, server, letter);
      var transport = session.getTransport("smtp");
      try {
        transport.connect(server.host(), server.port(), server.user(), server.password());
        transport.sendMessage(message, new Address[] {new InternetAddress(letter.to())});
        return new Sent();
      } finally {
        closeQuietly(transport);
      }
    } catch (MessagingException e) {
      return failure(e);
    }
  }

  /** What it has taken it has taken, however the farewell goes. */
  private static void closeQuietly(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException _) {
      // the connection is gone, which is what was wanted
    }
  }

  private static MimeMessage message(Session session, SmtpServer server, Letter letter)
      throws MessagingException {
    var message = new WithId(session, letter.id());
    message.setFrom(new InternetAddress(server.from()));
    message.setRecipient(RecipientType.TO, new InternetAddress(letter.to()));
    message.setSubject(letter.subject(), UTF_8.name());
    message.setSentDate(Date.from(letter.sentAt()));
    message.setHeader("Auto-Submitted", "auto-generated");
    if (letter.unsubscribeUrl() != null) {
      message.setHeader("List-Unsubscribe", "<" + letter.unsubscribeUrl() + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    var text = new MimeBodyPart();
    text.setText(letter.text(), UTF_8.name());
    var html = new MimeBodyPart();
    html.setText(letter.html(), UTF_8.name(), "html");
    message.setContent(new MimeMultipart("alternative", text, html));
    message.saveChanges();
    return message;
  }

  private static SendOutcome failure(MessagingException thrown) {
    for (Exception at = thrown; at instanceof MessagingException one; at = one.getNextException()) {
      if (one instanceof SMTPSenderFailedException sender) {
        // the operator's own address: a matter of the configuration, which can be mended
        return new TryAgain("the sender was answered " + sender.getReturnCode());
      }
      if (one instanceof SMTPAddressFailedException address) {
        return ofRecipient(address);
      }
    }
    if (thrown instanceof SMTPSendFailedException failed) {
      var reason = "the mail was answered " + failed.getReturnCode();
      return isForGood(failed.getReturnCode()) ? new Refused(reason) : new TryAgain(reason);
    }
    return new TryAgain(
        thrown instanceof SendFailedException
            ? "the mail was not taken"
            : "the server was not reached or did not let us in: "
                + thrown.getClass().getSimpleName());
  }

  private static SendOutcome ofRecipient(SMTPAddressFailedException address) {
    var reason = "the recipient was answered " + address.getReturnCode();
    var said = String.valueOf(address.getMessage());
    if (NOBODY_THERE.matcher(said).find()) {
      return new NoSuchAddress(reason);
    }
    // any other refusal may as well be of whoever sends: a relay that is wrongly configured says
    // the same of every address, and can be mended
    return NAMELESS.contains(address.getReturnCode()) && !ENHANCED.matcher(said).find()
        ? new Doubtful(reason)
        : new TryAgain(reason);
  }

  private static boolean isForGood(int code) {
    return code / 100 == 5 && code != FULL;
  }

  /** A message that keeps the id it is given. */
  private static final class WithId extends MimeMessage {

    private final String id;

    private WithId(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + ">");
    }
  }
}
