package dev.followthrough.platform.openapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;

/** The refusals that {@link Refuses} declares: operation id to status to problem types. */
record ProductRefusals(Map<String, SortedMap<Integer, List<String>>> byOperation) {

  static ProductRefusals of(IndexView index) {
    var result = new ProductRefusals(new HashMap<>());
    index.getAnnotations(Refuses.class).forEach(result::add);
    for (var list : index.getAnnotations(Refuses.List.class)) {
      for (var one : list.value().asNestedArray()) {
        result.add(list, one);
      }
    }
    return result;
  }

  SortedMap<Integer, List<String>> of(String operationId) {
    return byOperation.getOrDefault(operationId, new TreeMap<>());
  }

  private void add(AnnotationInstance refuses) {
    add(refuses, refuses);
  }

  private void add(AnnotationInstance where, AnnotationInstance refuses) {
    if (where.target() == null) {
      return; // nested in a list, which comes by itself
    }
    var operation = where.target().asMethod().annotation(Operation.class);
    if (operation == null || operation.value("operationId") == null) {
      throw new IllegalStateException(where.target() + " has no operationId");
    }
    byOperation
        .computeIfAbsent(operation.value("operationId").asString(), _ -> new TreeMap<>())
        .computeIfAbsent(refuses.value("status").asInt(), _ -> new ArrayList<>())
        .addAll(List.of(refuses.value("types").asStringArray()));
  }
}
