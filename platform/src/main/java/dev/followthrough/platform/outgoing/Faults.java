package dev.followthrough.platform.outgoing;

import dev.followthrough.platform.outgoing.OutgoingAnswer.Kind;
import io.netty.handler.codec.DecoderException;
import java.security.GeneralSecurityException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Sorts what the HTTP client throws. Its messages are never passed on: they name addresses. */
final class Faults {

  private Faults() {}

  static Kind whileConnecting(Throwable fault) {
    return isTls(fault) ? Kind.TLS : Kind.CONNECT;
  }

  static Kind whileExchanging(Throwable fault) {
    if (isTls(fault)) {
      return Kind.TLS;
    }
    return hasCause(fault, DecoderException.class)
            || hasCause(fault, IllegalArgumentException.class)
        ? Kind.PROTOCOL
        : Kind.RESET;
  }

  private static boolean isTls(Throwable fault) {
    return hasCause(fault, SSLException.class) || hasCause(fault, GeneralSecurityException.class);
  }

  private static boolean hasCause(Throwable fault, Class<? extends Throwable> type) {
    return Stream.iterate(fault, f -> f != null, Throwable::getCause)
        .limit(20)
        .anyMatch(type::isInstance);
  }
}
