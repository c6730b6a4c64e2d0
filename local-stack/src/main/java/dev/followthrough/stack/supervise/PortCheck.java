package dev.followthrough.stack.supervise;

import dev.followthrough.stack.home.Ports;
import dev.followthrough.stack.home.Refusal;
import dev.followthrough.stack.home.StackSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks, before anything starts, whether all ports are free. */
final class PortCheck {

  private PortCheck() {}

  static void requireFree(StackSettings settings) {
    settings.ports().byPiece().forEach((piece, port) -> requireFree(settings.host(), piece, port));
  }

  private static void requireFree(String host, String piece, int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (IOException _) {
      String setting = Ports.setting(piece);
      throw new Refusal(
          "Port %d, which %s needs, is taken by another program. End that program, or choose another port: %s=%d ./followthrough up"
              .formatted(port, piece, setting, port + 1000));
    }
  }
}
