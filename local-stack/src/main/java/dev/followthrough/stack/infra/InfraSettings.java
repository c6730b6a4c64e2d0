package dev.followthrough.stack.infra;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What {@link InfraMain} is told on its command line as {@code --name=value}: the data folder, the
 * ports (0 means any free one), the file that announces readiness, the file that holds the
 * superuser's password, the folder the Postgres binaries are unpacked to, and (0 means none) the
 * process whose end ends this one, with whether the data folder goes with it.
 */
record InfraSettings(
    Path dataFolder,
    Path readyFile,
    Path passwordFile,
    Path binariesFolder,
    int postgresPort,
    int kafkaPort,
    long watchedPid,
    boolean discardData) {

  static final String HOST = "127.0.0.1";

  static InfraSettings parse(String[] arguments) {
    Map<String, String> values = new HashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (!argument.startsWith("--") || equals < 0) {
        throw new IllegalArgumentException("Not of the form --name=value: " + argument);
      }
      values.put(argument.substring(2, equals), argument.substring(equals + 1));
    }
    Path data = Path.of(values.get("data")).toAbsolutePath();
    return new InfraSettings(
        data,
        Path.of(values.getOrDefault("ready-file", data + "/infra.ready")).toAbsolutePath(),
        Path.of(values.getOrDefault("password-file", data + "/postgres.password")).toAbsolutePath(),
        Path.of(values.getOrDefault("binaries", data + "/binaries")).toAbsolutePath(),
        Integer.parseInt(values.getOrDefault("postgres-port", "0")),
        Integer.parseInt(values.getOrDefault("kafka-port", "0")),
        Long.parseLong(values.getOrDefault("watch-pid", "0")),
        Boolean.parseBoolean(values.getOrDefault("discard-data", "false")));
  }
}
