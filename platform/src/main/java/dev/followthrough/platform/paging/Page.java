package dev.followthrough.platform.paging;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of a list.
 *
 * @param nextCursor where the next part begins; absent at the end
 */
public record Page<T>(
    @Schema(required = true) List<T> items,
    @Schema(
            description = "Pass it as `cursor` for the next part; absent at the end.",
            maxLength = 2000)
        String nextCursor) {}
