package dev.followthrough.commitments.sharelink;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A share link as its owner sees it; its secret is not in it. */
@Schema(name = "ShareLink")
record ShareLinkView(
    @NotNull UUID id,
    @NotNull UUID agreementId,
    @NotNull UUID contactId,
    @NotNull ShareLinkStatus status,
    @NotNull Boolean showNames,
    String signedAs,
    @NotNull Instant createdAt,
    @NotNull @Schema(description = "The last instant at which it opens.") Instant expiresAt,
    Instant revokedAt,
    @Schema(description = "When the contact said \"no thanks\".") Instant noThanksAt,
    @Schema(
            description =
                "When the contact said \"forget me\". They were removed then, and are erased 30 days"
                    + " later unless you restore them.")
        Instant forgetMeAt) {

  static ShareLinkView of(ShareLink link, Instant now) {
    return new ShareLinkView(
        link.id,
        link.agreementId,
        link.contactId,
        link.status(now),
        link.namesShown,
        link.signedAs,
        link.createdAt,
        link.expiresAt,
        link.revokedAt,
        link.noThanksAt,
        link.forgetAt);
  }

  /** Some of an agreement's links. */
  @Schema(name = "ShareLinkPage")
  record ShareLinkPage(@NotNull List<ShareLinkView> items, String nextCursor) {}

  /** A link that was just made, with its secret, this once. */
  @Schema(name = "CreatedShareLink")
  record CreatedShareLink(
      @NotNull @Schema(description = "The page to send to the contact. Shown this once.")
          String url,
      @NotNull @Schema(description = "The secret in the URL, for `/v1/shared/{token}`.")
          String token,
      @NotNull ShareLinkView link) {}
}
