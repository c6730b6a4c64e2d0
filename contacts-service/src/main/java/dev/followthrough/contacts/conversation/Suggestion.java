package dev.followthrough.contacts.conversation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing to say or do in a conversation.
 *
 * @param because the fact that it rests on
 */
public record Suggestion(
    @NotNull SuggestionReason reason,
    @Schema(description = "A question or a deed, in words.") @NotBlank String words,
    @Schema(description = "What it rests on, in words.") @NotBlank String because) {}
