package dev.followthrough.contacts.erasure;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an erasure is, and in the end its receipt. */
record ErasureView(
    @NotNull UUID id,
    UUID contactId,
    @NotNull Boolean everything,
    @NotNull ErasureState state,
    @Schema(description = "How many services have erased what they held.") @NotNull Integer done,
    @NotNull Integer total,
    @NotNull List<ServiceErasure> services,
    @NotNull Instant requestedAt,
    @Schema(description = "When the last service was done.") Instant completedAt) {

  enum ErasureState {
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("completed")
    COMPLETED
  }

  /** One service's part; it has no time until it is done. */
  record ServiceErasure(@NotNull String service, Instant completedAt) {}

  static ErasureView of(Erasure erasure) {
    var services =
        Erasure.SERVICES.stream()
            .map(name -> new ServiceErasure(name, erasure.completedAt(name).orElse(null)))
            .toList();
    return new ErasureView(
        erasure.id,
        erasure.contactId,
        erasure.contactId == null,
        erasure.isComplete() ? ErasureState.COMPLETED : ErasureState.RUNNING,
        erasure.completions.size(),
        Erasure.SERVICES.size(),
        services,
        erasure.requestedAt,
        erasure.completedAt().orElse(null));
  }
}
