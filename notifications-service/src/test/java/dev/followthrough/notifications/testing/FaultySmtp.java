package dev.followthrough.notifications.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A mail server that answers some commands as it is told, and the others well. The end of a mail is
 * the command {@code .}
 */
public final class FaultySmtp implements AutoCloseable {

  private final ServerSocket socket;
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private volatile Map<String, String> answers;
  private volatile CountDownLatch gate = new CountDownLatch(0);

  /**
   * @param answers by the first word of a command
   */
  public FaultySmtp(Map<String, String> answers) {
    this.answers = answers;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return socket.getLocalPort();
  }

  public void answer(Map<String, String> answers) {
    this.answers = answers;
  }

  /** Says nothing to who comes from now on, until the gate is open. */
  public void waitFor(CountDownLatch gate) {
    this.gate = gate;
  }

  /** How many mails were handed over whole, taken or not. */
  public long mails() {
    return commands.stream().filter("."::equals).count();
  }

  /** How often a command was given. */
  public long count(String command) {
    return commands.stream().filter(command::equals).count();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        var client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII))) {
      gate.await();
      say(client, "220 ready");
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        var command = line.split(" ", 2)[0];
        commands.add(command);
        var answer = answers.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 ok");
        say(client, answer);
        if (answer.startsWith("354")) {
          skipMail(in);
          commands.add(".");
          say(client, answers.getOrDefault(".", "250 taken"));
        }
      }
    } catch (IOException e) {
      // the client has gone
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void skipMail(BufferedReader in) throws IOException {
    var line = in.readLine();
    while (line != null && !line.equals(".")) {
      line = in.readLine();
    }
  }

  private static void say(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
    client.getOutputStream().flush();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
