package dev.followthrough.system.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of a run, side by side, and whether each target was met. */
final class Report {

  private record Line(String what, String ours, String beside, String ratio, String target) {}

  private final List<Line> lines = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  void heading(String words) {
    lines.add(new Line(words, null, null, null, null));
  }

  void line(String what, String ours, String beside, String ratio) {
    lines.add(new Line(what, ours, beside, ratio, ""));
  }

  void target(String what, String ours, String beside, String ratio, String target, boolean met) {
    lines.add(new Line(what, ours, beside, ratio, target + (met ? ": met" : ": NOT MET")));
  }

  void note(String words) {
    notes.add(words);
  }

  /** Says what goes on while it is measured. */
  static void progress(String words) {
    System.out.println(words);
  }

  static String number(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    var digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  void print() {
    var columns = new int[] {44, 22, 28, 8};
    System.out.printf(
        "%n%s%s%s%s%s%n",
        cell("", columns[0]),
        cell("Followthrough", columns[1]),
        cell("beside it", columns[2]),
        cell("ratio", columns[3]),
        "target");
    for (var line : lines) {
      if (line.ours() == null) {
        System.out.println(System.lineSeparator() + line.what());
      } else {
        var row =
            cell("  " + line.what(), columns[0])
                + cell(line.ours(), columns[1])
                + cell(line.beside(), columns[2])
                + cell(line.ratio(), columns[3])
                + line.target();
        System.out.println(row.stripTrailing());
      }
    }
    System.out.println();
    notes.forEach(note -> System.out.println("- " + note));
  }

  private static String cell(String words, int width) {
    return String.format("%-" + (width - 1) + "s ", words);
  }
}
