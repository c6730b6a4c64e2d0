package dev.followthrough.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomTokenTest {

  @Test
  void a_token_holds_256_bits_in_characters_that_a_url_carries() {
    var token = RandomToken.next();

    assertThat(token.text()).matches("[A-Za-z0-9_-]{43}");
    assertThat(Base64.getUrlDecoder().decode(token.text())).hasSize(32);
  }

  @Test
  void no_two_tokens_are_alike() {
    assertThat(Stream.generate(RandomToken::next).limit(1000).distinct()).hasSize(1000);
  }

  @Test
  void only_the_same_token_matches_the_stored_hash() {
    var token = RandomToken.next();

    byte[] stored = token.hash();

    assertThat(RandomToken.matches(token.text(), stored)).isTrue();
    assertThat(RandomToken.matches(RandomToken.next().text(), stored)).isFalse();
    assertThat(RandomToken.matches("", stored)).isFalse();
  }

  @Test
  void the_hash_is_plain_sha_256() {
    assertThat(HexFormat.of().formatHex(RandomToken.hash("abc")))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void a_token_does_not_print_itself() {
    var token = RandomToken.next();

    assertThat(token.toString()).doesNotContain(token.text());
  }
}
