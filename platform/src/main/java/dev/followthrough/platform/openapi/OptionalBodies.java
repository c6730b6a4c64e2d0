package dev.followthrough.platform.openapi;

import dev.followthrough.platform.json.OptionalBody;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.jandex.IndexView;

/** The operations whose body may be left out. */
record OptionalBodies(Set<String> operationIds) {

  static OptionalBodies of(IndexView index) {
    var ids = new HashSet<String>();
    for (var optional : index.getAnnotations(OptionalBody.class)) {
      var operation = optional.target().asMethodParameter().method().annotation(Operation.class);
      if (operation != null && operation.value("operationId") != null) {
        ids.add(operation.value("operationId").asString());
      }
    }
    return new OptionalBodies(ids);
  }

  boolean contains(String operationId) {
    return operationIds.contains(operationId);
  }
}
