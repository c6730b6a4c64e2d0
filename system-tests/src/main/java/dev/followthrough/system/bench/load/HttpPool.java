package dev.followthrough.system.bench.load;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Some kept-alive connections to one port of this machine, for many senders. */
public final class HttpPool implements AutoCloseable {

  private final BlockingQueue<HttpConnection> free;

  public HttpPool(int port, int connections) {
    free = new ArrayBlockingQueue<>(connections);
    for (var i = 0; i < connections; i++) {
      free.add(new HttpConnection("127.0.0.1", port));
    }
  }

  /** Sends on a connection that is free, or becomes so; returns whether it was a success. */
  public boolean succeeds(byte[] request) {
    try {
      var connection = free.take();
      try {
        return connection.exchange(request) / 100 == 2;
      } catch (IOException _) {
        return false;
      } finally {
        free.put(connection);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    for (var connection : free) {
      connection.close();
    }
  }
}
