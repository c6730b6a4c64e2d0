package dev.followthrough.platform.openapi;

import dev.followthrough.platform.problem.ProblemType;
import dev.followthrough.platform.problem.Problems;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.MediaType;

/**
 * An example of each type of problem, stated once among the components; the responses that can hold
 * such a problem refer to it by the type's name.
 */
record ProblemExamples(Components components, Examples examples) {

  /** The names of the refusals of that status which every operation shares. */
  static List<String> shared(int status) {
    var types = Problems.all().stream().filter(type -> type.status() == status);
    var names = types.map(ProblemType::name).toList();
    return names.isEmpty() ? List.of(Integer.toString(status)) : names;
  }

  /** Lets the media type of a response show each of the problems of those names. */
  void show(MediaType media, List<String> names) {
    for (var name : names) {
      examples
          .ofProblem(name)
          .ifPresent(
              value -> {
                components.addExample(name, OASFactory.createExample().value(value));
                media.addExample(
                    name, OASFactory.createExample().ref("#/components/examples/" + name));
              });
    }
  }
}
