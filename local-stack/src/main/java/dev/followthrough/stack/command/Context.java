package dev.followthrough.stack.command;

import dev.followthrough.stack.home.StackSettings;
import java.nio.file.Path;

/** What every command knows: where the project is, and the settings from the environment. */
final class Context {

  private Context() {}

  static StackSettings settings() {
    return StackSettings.from(project(), System.getenv());
  }

  static Path project() {
    return Path.of(System.getProperty("followthrough.project", "")).toAbsolutePath().normalize();
  }
}
