package dev.followthrough.stack.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackSettingsTest {

  private static final Path PROJECT = Path.of("/project");

  @TempDir private Path folder;

  @Test
  void ports_count_up_from_the_base_unless_one_is_set_alone() {
    Ports ports =
        StackSettings.from(
                PROJECT,
                Map.of("FOLLOWTHROUGH_PORT_BASE", "20000", "FOLLOWTHROUGH_KAFKA_PORT", "9092"))
            .ports();

    assertThat(ports).isEqualTo(new Ports(8080, 20000, 20001, 20002, 20003, 20004, 9092, 1));
  }

  @Test
  void a_second_replica_has_a_name_and_a_port_of_its_own() {
    Ports ports = StackSettings.from(PROJECT, Map.of("FOLLOWTHROUGH_REPLICAS", "2")).ports();

    assertThat(ports.replicasOf("contacts"))
        .containsExactly(Map.entry("contacts", 18081), Map.entry("contacts-2", 18091));
    assertThat(ports.byPiece()).containsEntry("notifications-2", 18093).hasSize(10);
  }

  @Test
  void what_is_no_port_is_refused_by_the_settings_name() {
    assertThatThrownBy(() -> StackSettings.from(PROJECT, Map.of("FOLLOWTHROUGH_PORT", "80800")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("FOLLOWTHROUGH_PORT is \"80800\"");
  }

  @Test
  void other_machines_are_refused() {
    for (String host : new String[] {"0.0.0.0", "::", "10.0.0.1"}) {
      assertThatThrownBy(() -> StackSettings.from(PROJECT, Map.of("FOLLOWTHROUGH_HOST", host)))
          .as(host)
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("this machine only");
    }
    assertThat(StackSettings.from(PROJECT, Map.of("FOLLOWTHROUGH_HOST", "::1")).baseUrl())
        .isEqualTo("http://[::1]:8080");
  }

  @Test
  void secrets_are_made_once_and_readable_by_their_owner_only() throws Exception {
    StackSecrets first = StackSecrets.at(folder);

    assertThat(StackSecrets.at(folder)).isEqualTo(first);
    assertThat(first.rolePasswords()).hasSize(6).doesNotContainValue(null);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("secrets.properties"))))
        .isEqualTo("rw-------");
  }
}
