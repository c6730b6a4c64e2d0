package dev.followthrough.system.bench.delivery;

import dev.followthrough.system.bench.load.ClosedLoad;
import dev.followthrough.system.bench.load.HttpConnection;
import dev.followthrough.system.bench.rig.Bodies;
import java.io.IOException;

/** The same webhook over and over, made by nobody. */
record BarePost(HttpConnection connection, byte[] request) implements ClosedLoad.Worker {

  BarePost(int port) {
    this(new HttpConnection("127.0.0.1", port), Bodies.bareWebhook("bare"));
  }

  @Override
  public void once() throws IOException {
    if (connection.exchange(request) / 100 != 2) {
      throw new IOException("a bare POST was refused");
    }
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
