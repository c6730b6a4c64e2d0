package dev.followthrough.system.bench.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.followthrough.system.bench.load.Arrivals;
import dev.followthrough.system.bench.load.HttpConnection;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many clients that follow the event log, a connection and a virtual thread each, and note when
 * each event came. They do little more than wait, so that their own cost stays small.
 */
final class StreamCrowd implements AutoCloseable {

  private static final String DATA = "data: ";
  private static final int OPENED_AT_ONCE = 16;
  private static final int TIMEOUT_MILLIS = 60_000;

  private final int port;
  private final Arrivals arrivals;
  private final ConcurrentLinkedQueue<Socket> open = new ConcurrentLinkedQueue<>();
  private final AtomicInteger ended = new AtomicInteger();

  StreamCrowd(int port, Arrivals arrivals) {
    this.port = port;
    this.arrivals = arrivals;
  }

  /** Opens a stream with each of these headers, and returns the seconds until all are open. */
  double open(List<String> authorizations) throws Exception {
    var begin = System.nanoTime();
    var free = new Semaphore(OPENED_AT_ONCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          threads.invokeAll(
              authorizations.stream()
                  .map(one -> Executors.callable(() -> open(one, free)))
                  .toList());
      for (var one : all) {
        one.get();
      }
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  /** How many ended that nobody closed here. */
  int ended() {
    return ended.get();
  }

  @Override
  public void close() throws IOException {
    for (var socket = open.poll(); socket != null; socket = open.poll()) {
      socket.close();
    }
  }

  private void open(String authorization, Semaphore free) {
    free.acquireUninterruptibly();
    try {
      var socket = new Socket("127.0.0.1", port);
      socket.setSoTimeout(TIMEOUT_MILLIS); // there is a sign of life every 15 s
      socket
          .getOutputStream()
          .write(
              HttpConnection.request(
                  "GET", "/v1/events/stream", authorization + "Accept: text/event-stream\r\n", ""));
      var in = new BufferedInputStream(socket.getInputStream(), 2048);
      var status = line(in);
      if (!status.contains(" 200 ")) {
        throw new IOException("a stream was answered " + status);
      }
      while (!line(in).isEmpty()) {
        // what the headers say is known
      }
      open.add(socket);
      Thread.ofVirtual().start(() -> follow(socket, in));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } finally {
      free.release();
    }
  }

  private void follow(Socket socket, InputStream in) {
    try {
      var line = new ByteArrayOutputStream(256);
      for (var size = chunk(in); size > 0; size = chunk(in)) {
        for (var one : in.readNBytes(size)) {
          if (one == '\n') {
            take(line.toByteArray());
            line.reset();
          } else {
            line.write(one);
          }
        }
        line(in);
      }
    } catch (IOException _) {
      // closed here, or cut
    } finally {
      if (open.remove(socket)) {
        ended.incrementAndGet();
      }
    }
  }

  private void take(byte[] line) throws IOException {
    var text = new String(line, UTF_8);
    if (text.startsWith(DATA)) {
      arrivals.note(text.substring(DATA.length()).getBytes(UTF_8), "");
    }
  }

  private static int chunk(InputStream in) throws IOException {
    return Integer.parseInt(line(in).strip(), 16);
  }

  private static String line(InputStream in) throws IOException {
    var text = new StringBuilder();
    for (var next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the stream was cut");
      }
      if (next != '\r') {
        text.append((char) next);
      }
    }
    return text.toString();
  }
}
