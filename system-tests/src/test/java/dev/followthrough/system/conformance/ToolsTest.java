package dev.followthrough.system.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolsTest {

  @TempDir Path folder;

  @Test
  void every_tool_that_is_missing_is_told_with_how_to_get_it() {
    var missing = new Tools(Map.of("PATH", folder.toString())).missing();

    assertThat(missing).hasSize(4);
    assertThat(missing.getFirst())
        .startsWith("node 20.19 or later is missing. How to get it: ")
        .endsWith("or point NODE to it.");
  }

  @Test
  void a_tool_that_is_too_old_is_told_with_its_version() throws IOException {
    program("node", "v20.18.3");
    program("npm", "11.0.0");
    program("python3", "Python 3.11.7");
    program("chromium", "Chromium 150.0.7871.100 built on Debian");

    assertThat(new Tools(Map.of("PATH", folder.toString())).missing())
        .singleElement()
        .asString()
        .contains("too old", "v20.18.3");
  }

  @Test
  void a_variable_says_where_a_tool_is_and_the_version_is_the_programs_own() throws IOException {
    program("node", "v22.1.0");
    program("npm", "11.0.0");
    program("python3", "Python 3.11.7");
    var elsewhere = program("my-browser", "Google Chrome 141.0.1");

    var tools = new Tools(Map.of("PATH", folder.toString(), "CHROMIUM", elsewhere.toString()));

    assertThat(tools.missing()).isEmpty();
    assertThat(tools.all().getLast()).hasToString(elsewhere + " (141.0.1)");
    assertThat(tools.environment()).containsEntry("CHROMIUM", elsewhere.toString());
  }

  private Path program(String name, String version) throws IOException {
    var file = folder.resolve(name);
    Files.writeString(file, "#!/bin/sh\necho '" + version + "'\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
