package dev.followthrough.system.bench.rig;

import dev.followthrough.system.bench.load.Latencies;
import dev.followthrough.system.bench.machine.CpuUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of a run, side by side, and whether each target was met. */
public final class Report {

  private record Line(String what, String ours, String beside, String ratio, String target) {}

  private final List<Line> lines = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  public void heading(String words) {
    lines.add(new Line(words, null, null, null, null));
  }

  public void line(String what, String ours, String beside, String ratio) {
    lines.add(new Line(what, ours, beside, ratio, ""));
  }

  public void target(
      String what, String ours, String beside, String ratio, String target, boolean met) {
    lines.add(new Line(what, ours, beside, ratio, target + (met ? ": met" : ": NOT MET")));
  }

  /** Who used how much of all processors meanwhile. */
  public void cpu(CpuUse.Used used) {
    var all = used.elapsed() * Runtime.getRuntime().availableProcessors();
    line(
        "CPU of the stack, bench, others",
        "%.0f, %.0f, %.0f%%"
            .formatted(
                100 * used.stack() / all, 100 * used.bench() / all, 100 * used.othersShare()),
        "",
        "");
  }

  public void note(String words) {
    notes.add(words);
  }

  /** Says what goes on while it is measured. */
  public static void progress(String words) {
    System.out.println(words);
  }

  /** The median and the 99th percentile. */
  public static String millis(Latencies latencies) {
    return "%s, %s ms".formatted(number(latencies.millis(50)), number(latencies.millis(99)));
  }

  /** How many times as long one is as the other, at a percentile. */
  public static String ratio(Latencies ours, Latencies limit, double percentile) {
    return number(ours.millis(percentile) / limit.millis(percentile));
  }

  public static String number(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    var size = Math.abs(value);
    var digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.01 || size == 0 ? 2 : 4;
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  public void print() {
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
