package dev.followthrough.system.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks' programs are shell scripts here: what runs them need not be Node. */
class CheckTest {

  private static final String SHELL = "/bin/sh";

  @TempDir Path folder;

  @Test
  void a_check_is_a_program_in_a_folder_and_what_checks_share_is_none() throws IOException {
    script("b/two.mjs", "");
    script("a/one.mjs", "");
    script("lib/shared.mjs", "");
    script("a/notes.md", "");
    script("loose.mjs", "");

    assertThat(names(List.of())).containsExactly("a/one", "b/two");
    assertThat(names(List.of("b"))).containsExactly("b/two");
    assertThat(names(List.of("a/one", "none"))).containsExactly("a/one");
  }

  @Test
  void a_check_passes_by_its_exit_code_and_its_last_line_is_told() throws Exception {
    script("a/good.mjs", "echo first; echo \"in $OUT with $WORD\"");
    script("a/bad.mjs", "echo 'it is wrong' >&2; exit 1");

    var good = run("a/good");
    var bad = run("a/bad");

    assertThat(good.passed()).isTrue();
    assertThat(good.output().getLast())
        .isEqualTo("in " + folder.resolve("out/a/good") + " with bicycles");
    assertThat(bad.passed()).isFalse();
    assertThat(Files.readString(bad.log())).contains("it is wrong");
  }

  private Check.Result run(String name) throws Exception {
    return Check.in(folder, List.of(name))
        .getFirst()
        .run(SHELL, Map.of("WORD", "bicycles"), folder.resolve("out"));
  }

  private List<String> names(List<String> only) throws IOException {
    return Check.in(folder, only).stream().map(Check::name).toList();
  }

  private void script(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
