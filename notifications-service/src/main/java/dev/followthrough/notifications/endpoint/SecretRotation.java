package dev.followthrough.notifications.endpoint;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a secret is to be replaced. */
record SecretRotation(
    @Min(0)
        @Max(168)
        @Schema(
            description = "So many hours deliveries carry both signatures; 24 unless said.",
            defaultValue = "24")
        Integer overlapHours) {

  private static final Duration USUAL = Duration.ofHours(24);

  static Duration overlapOf(SecretRotation rotation) {
    return Optional.ofNullable(rotation)
        .map(SecretRotation::overlapHours)
        .map(Duration::ofHours)
        .orElse(USUAL);
  }

  /** The new secret, shown this once. */
  record RotatedSecret(@NotNull String secret, @NotNull Instant previousValidUntil) {

    static RotatedSecret of(WebhookEndpoints.Rotation rotation) {
      return new RotatedSecret(rotation.secret().text(), rotation.previousValidUntil());
    }
  }
}
