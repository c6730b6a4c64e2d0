package dev.followthrough.system.bench.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two receivers as nobody wants them: one takes the connection and never answers, so that the
 * sender waits until its own limit; at the other one's port nobody listens.
 */
final class BadReceivers implements AutoCloseable {

  private static final int BACKLOG = 1024;

  private final ServerSocket hanging;
  private final int refusing;
  private final AtomicInteger held = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  BadReceivers() throws IOException {
    hanging = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      refusing = free.getLocalPort();
    }
    Thread.ofVirtual().start(this::accept);
  }

  int hangingPort() {
    return hanging.getLocalPort();
  }

  int refusingPort() {
    return refusing;
  }

  /** How many connections hung at once at most: each with a request that waits. */
  int mostHeld() {
    return most.get();
  }

  @Override
  public void close() throws IOException {
    hanging.close();
  }

  private void accept() {
    try {
      while (true) {
        var connection = hanging.accept();
        Thread.ofVirtual().start(() -> hold(connection));
      }
    } catch (SocketException _) {
      // closed
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads what is sent, so that the sender is never told that it is too much, until it goes. */
  private void hold(Socket connection) {
    most.accumulateAndGet(held.incrementAndGet(), Math::max);
    try (connection) {
      connection.getInputStream().skip(Long.MAX_VALUE);
    } catch (IOException _) {
      // it has gone
    } finally {
      held.decrementAndGet();
    }
  }
}
