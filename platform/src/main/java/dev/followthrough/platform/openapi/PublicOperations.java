package dev.followthrough.platform.openapi;

import dev.followthrough.platform.http.PublicOperation;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.jandex.IndexView;

/** The operations that need no access token, as {@link PublicOperation} marks them. */
record PublicOperations(Set<String> operationIds) {

  static PublicOperations of(IndexView index) {
    var ids = new HashSet<String>();
    for (var open : index.getAnnotations(PublicOperation.class)) {
      var operation = open.target().asMethod().annotation(Operation.class);
      if (operation != null && operation.value("operationId") != null) {
        ids.add(operation.value("operationId").asString());
      }
    }
    return new PublicOperations(ids);
  }

  boolean contains(String operationId) {
    return operationIds.contains(operationId);
  }
}
