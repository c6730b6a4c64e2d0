package dev.followthrough.commitments.sharelink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How often one address and one link may be used. */
class LinkLimitsTest {

  private final LinkLimits limits =
      new LinkLimits(
          new ShareLinkConfig() {
            @Override
            public Optional<String> baseUrl() {
              return Optional.empty();
            }

            @Override
            public long perLink() {
              return 2;
            }

            @Override
            public long perAddress() {
              return 3;
            }
          });

  @Test
  void one_link_takes_so_many_calls_wherever_they_come_from() {
    assertThat(limits.spend(new Caller("link", "a")).isSpent()).isFalse();
    assertThat(limits.spend(new Caller("link", "b")).left()).isZero();

    var third = limits.spend(new Caller("link", "c"));

    assertThat(third.isSpent()).isTrue();
    assertThat(third.policy()).isEqualTo("\"link-per-replica\";q=2;w=60");
    assertThat(third.seconds()).isBetween(1L, 30L);
    assertThat(limits.spend(new Caller("another", "c")).isSpent()).isFalse();
  }

  @Test
  void one_address_guesses_so_often_whatever_the_links() {
    for (int i = 0; i < 3; i++) {
      assertThat(limits.spend(new Caller("guess " + i, "a")).isSpent()).isFalse();
    }

    var fourth = limits.spend(new Caller("guess 3", "a"));

    assertThat(fourth.isSpent()).isTrue();
    assertThat(fourth.policy()).isEqualTo("\"address-per-replica\";q=3;w=60");
    assertThat(fourth.state()).startsWith("\"address-per-replica\";r=0;t=");
    // what the address may not do costs the link nothing
    assertThat(limits.spend(new Caller("guess 3", "b")).left()).isEqualTo(1);
  }
}
