package dev.followthrough.stack.document;

import java.util.List;

/** The services' documents give one name two meanings; the message lists each such name. */
public final class DocumentConflict extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DocumentConflict(List<String> conflicts) {
    super(
        "The services' OpenAPI documents do not fit together:\n  "
            + String.join("\n  ", conflicts));
  }
}
