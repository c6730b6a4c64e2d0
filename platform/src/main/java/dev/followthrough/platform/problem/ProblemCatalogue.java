package dev.followthrough.platform.problem;

import java.util.List;

/** The problem types of one feature; every one that it can throw stands in such a list. */
public interface ProblemCatalogue {
  List<ProblemType> problems();
}
