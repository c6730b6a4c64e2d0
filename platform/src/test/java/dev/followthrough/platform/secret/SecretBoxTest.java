package dev.followthrough.platform.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.platform.secret.SecretBox.UnopenableSecret;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBoxTest {

  private static final SecretContext HERE =
      new SecretContext(
          UUID.fromString("00000000-0000-7000-8000-000000000001"), "row-1", "signing");
  private static final byte[] PLAIN = "kept for you".getBytes(UTF_8);
  private static final String OLD_KEY = key("old", 1);
  private static final String NEW_KEY = key("new", 2);

  @Test
  void what_is_sealed_opens_in_its_own_context() {
    var box = box("old", OLD_KEY);

    String sealed = box.seal(PLAIN, HERE);

    assertThat(box.open(sealed, HERE)).isEqualTo(PLAIN);
    assertThat(sealed).startsWith("v1:old:").doesNotContain("kept");
  }

  @Test
  void the_same_bytes_are_never_sealed_alike() {
    var box = box("old", OLD_KEY);

    var values = IntStream.range(0, 500).mapToObj(_ -> box.seal(PLAIN, HERE)).distinct().count();

    assertThat(values).isEqualTo(500);
  }

  @Test
  void nothing_opens_for_another_owner_row_or_purpose() {
    var box = box("old", OLD_KEY);
    String sealed = box.seal(PLAIN, HERE);

    for (var there :
        List.of(
            new SecretContext(UUID.randomUUID(), "row-1", "signing"),
            new SecretContext(HERE.owner(), "row-2", "signing"),
            new SecretContext(HERE.owner(), "row-1", "headers"),
            new SecretContext(HERE.owner(), "row-1s", "igning"))) {
      assertThatThrownBy(() -> box.open(sealed, there))
          .isInstanceOf(UnopenableSecret.class)
          .hasNoCause()
          .hasMessageNotContaining("kept");
    }
  }

  @Test
  void every_altered_character_is_noticed() {
    var box = box("old", OLD_KEY, NEW_KEY);
    String sealed = box.seal(PLAIN, HERE);

    for (int at = "v1:old:".length(); at < sealed.length() - 1; at++) {
      var altered = new StringBuilder(sealed);
      altered.setCharAt(at, sealed.charAt(at) == 'A' ? 'B' : 'A');
      assertThatThrownBy(() -> box.open(altered.toString(), HERE))
          .isInstanceOf(UnopenableSecret.class);
    }
    assertThatThrownBy(() -> box.open(sealed.replace(":old:", ":new:"), HERE))
        .isInstanceOf(UnopenableSecret.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "v1", "v1:old:", "v1:old:AAAA", "v2:old:AAAA", "v1:old:A", "v1:a b:AA"})
  void what_was_never_sealed_is_said_so(String value) {
    assertThatThrownBy(() -> box("old", OLD_KEY).open(value, HERE))
        .isInstanceOf(UnopenableSecret.class)
        .hasMessage("This is not a sealed secret.");
  }

  @Test
  void after_a_key_change_the_old_values_open_and_new_ones_use_the_new_key() {
    String before = box("old", OLD_KEY).seal(PLAIN, HERE);
    var box = box("new", OLD_KEY, NEW_KEY);

    String after = box.seal(PLAIN, HERE);

    assertThat(box.open(before, HERE)).isEqualTo(PLAIN);
    assertThat(box.open(after, HERE)).isEqualTo(PLAIN);
    assertThat(after).startsWith("v1:new:");
    assertThatThrownBy(() -> box("new", NEW_KEY).open(before, HERE))
        .isInstanceOf(UnopenableSecret.class)
        .hasMessageContaining("\"old\"");
  }

  @Test
  void a_packaged_service_refuses_to_start_without_keys() {
    assertThatThrownBy(() -> new SecretBox(config(null), true))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("followthrough.secrets.keys")
        .hasMessageContaining("FOLLOWTHROUGH_SECRETS_KEYS");
  }

  @Test
  void a_test_starts_without_keys_and_the_first_use_says_what_is_missing() {
    var box = new SecretBox(config(null), false);

    assertThatThrownBy(() -> box.seal(PLAIN, HERE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("followthrough.secrets.keys");
  }

  @ParameterizedTest
  @ValueSource(strings = {"c2VjcmV0", "a:c2VjcmV0", "a:%%%%secret", "a b:c2VjcmV0", ":c2VjcmV0"})
  void a_broken_key_stops_the_start_and_is_not_repeated_in_the_message(String entry) {
    assertThatThrownBy(() -> new SecretBox(config(null, entry), true))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("followthrough.secrets.keys")
        .hasMessageNotContaining("c2VjcmV0")
        .hasNoCause();
  }

  @Test
  void the_active_key_must_be_one_of_them_and_is_asked_for_among_several() {
    assertThatThrownBy(() -> box("gone", OLD_KEY)).hasMessageContaining("secrets.active");
    assertThatThrownBy(() -> box(null, OLD_KEY, NEW_KEY)).hasMessageContaining("secrets.active");
    assertThatThrownBy(() -> box("old", OLD_KEY, OLD_KEY)).hasMessageContaining("twice");
    assertThat(box(null, OLD_KEY).seal(PLAIN, HERE)).startsWith("v1:old:");
  }

  private static SecretBox box(String active, String... keys) {
    return new SecretBox(config(active, keys), true);
  }

  private static SecretConfig config(String active, String... keys) {
    return new SecretConfig() {
      @Override
      public Optional<List<String>> keys() {
        return keys.length == 0 ? Optional.empty() : Optional.of(List.of(keys));
      }

      @Override
      public Optional<String> active() {
        return Optional.ofNullable(active);
      }
    };
  }

  private static String key(String id, int fill) {
    byte[] key = new byte[32];
    java.util.Arrays.fill(key, (byte) fill);
    return id + ":" + Base64.getEncoder().encodeToString(key);
  }
}
