package dev.followthrough.system.bench.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection that sends prepared bytes and reads the answer's status. It
 * does no more than that, so that the load's own cost stays far below the server's.
 */
public final class HttpConnection implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 20_000;

  private final String host;
  private final int port;
  private Socket socket;
  private InputStream in;

  public HttpConnection(String host, int port) {
    this.host = host;
    this.port = port;
  }

  /** A request as it goes over the wire; the body may be empty. */
  public static byte[] request(String method, String path, String headers, String body) {
    var length = body.getBytes(StandardCharsets.UTF_8).length;
    var framing =
        body.isEmpty()
            ? ""
            : "Content-Type: application/json\r\nContent-Length: " + length + "\r\n";
    return "%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\n%s%s\r\n%s"
        .formatted(method, path, headers, framing, body)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Sends the request, reads the whole answer, and returns its status. */
  public int exchange(byte[] request) throws IOException {
    if (socket == null) {
      open();
    }
    try {
      socket.getOutputStream().write(request);
      return readAnswer();
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }

  private void open() throws IOException {
    socket = new Socket(host, port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    in = new BufferedInputStream(socket.getInputStream(), 16_384);
  }

  private int readAnswer() throws IOException {
    var status = Integer.parseInt(line().split(" ", 3)[1]);
    var length = 0L;
    var chunked = false;
    var last = false;
    for (var header = line(); !header.isEmpty(); header = line()) {
      var lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Long.parseLong(lower.substring(15).strip());
      } else if (lower.startsWith("transfer-encoding:")) {
        chunked = lower.endsWith("chunked");
      } else if (lower.startsWith("connection:")) {
        last = lower.endsWith("close");
      }
    }
    if (chunked) {
      skipChunks();
    } else {
      in.skipNBytes(length);
    }
    if (last) {
      close();
    }
    return status;
  }

  private void skipChunks() throws IOException {
    while (true) {
      var size = Long.parseLong(line().strip(), 16);
      in.skipNBytes(size);
      line();
      if (size == 0) {
        return;
      }
    }
  }

  private String line() throws IOException {
    var text = new StringBuilder(80);
    while (true) {
      var next = in.read();
      if (next < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (next == '\n') {
        return text.toString();
      }
      if (next != '\r') {
        text.append((char) next);
      }
    }
  }
}
