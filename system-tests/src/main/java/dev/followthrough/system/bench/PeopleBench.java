package dev.followthrough.system.bench;

import dev.followthrough.system.bench.load.ClosedLoad;
import dev.followthrough.system.bench.load.ClosedLoad.Outcome;
import dev.followthrough.system.bench.load.ClosedLoad.Workers;
import dev.followthrough.system.bench.load.HttpConnection;
import dev.followthrough.system.bench.load.Latencies;
import dev.followthrough.system.bench.machine.CpuUse;
import dev.followthrough.system.bench.machine.CpuUse.Used;
import dev.followthrough.system.bench.people.Plans;
import dev.followthrough.system.bench.people.Population;
import dev.followthrough.system.bench.people.Question;
import dev.followthrough.system.bench.rig.BenchStack;
import dev.followthrough.system.bench.rig.Clients;
import dev.followthrough.system.bench.rig.Report;
import dev.followthrough.system.bench.rig.Scale;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a page, a search and a brief cost an owner of 30,000 contacts: alone in the table, among
 * 1,000,000, and alone again, so that a machine or a JVM that changes meanwhile is seen and evened
 * out. Straight at contacts-service, and beside it the page's SQL by plain JDBC.
 */
final class PeopleBench {

  private static final double A_FIFTH_MORE = 1.2;
  private static final int MOST_ROUNDS = 2;
  private static final int[] CONNECTIONS = {1, 4};

  /** Runs of one contender in one table. */
  private record Runs(List<Outcome> outcomes, List<Used> cpu) {

    Latencies latencies() {
      return Latencies.together(outcomes.stream().map(Outcome::latencies).toList());
    }

    double millis(String piece) {
      return 1000 * cpu.stream().mapToDouble(used -> used.of(piece)).sum() / latencies().count();
    }
  }

  private final BenchStack stack;
  private final Scale scale;
  private final Report report;
  private final Population population;
  private final Plans plans;
  private final Map<String, Runs> small = new LinkedHashMap<>();
  private final Map<String, Runs> large = new LinkedHashMap<>();

  PeopleBench(BenchStack stack, Scale scale, Report report) {
    this.stack = stack;
    this.scale = scale;
    this.report = report;
    this.population = new Population(stack::asSuperuser);
    this.plans = new Plans(stack::asSuperuser, stack.databaseLog());
  }

  void run() throws Exception {
    var client = Clients.create(stack, "people", 1).getFirst();
    stack.quiet();
    try (var superuser = stack.asSuperuser()) {
      var owner = owner(client.contactId());
      population.prepare(owner, scale.people());
      var first = population.small();
      var contenders = contenders(Question.of(superuser, owner), client, owner);
      for (var one : contenders.entrySet()) {
        ClosedLoad.run(
            connections(one.getKey()), scale.peopleRound().multipliedBy(2), one.getValue());
      }
      measure("30,000", contenders, small);
      var seconds = population.large();
      Report.progress("  filled with %,d in %.0f s".formatted(scale.people(), seconds));
      if (!population.isShared(owner)) {
        throw new IllegalStateException("no other owner lies in the owner's part");
      }
      for (var one : contenders.entrySet()) {
        ClosedLoad.run(connections(one.getKey()), scale.peopleRound(), one.getValue());
      }
      var before = plans.wholeScans();
      measure("%,d".formatted(scale.people()), contenders, large);
      Thread.sleep(1_500); // sessions report what they did once a second
      var whole = plans.wholeScans() - before;
      var questions = Question.of(superuser, owner);
      var scans = new LinkedHashMap<String, List<String>>();
      for (var question : questions) {
        scans.put(question.name(), plans.of(() -> ask(client, question.paths().getFirst())));
      }
      population.small();
      measure("30,000", contenders, small);
      show(questions, whole, scans);
      report.note(
          "The tables were filled in %.0f s with 30,000 contacts, in %.0f s with %,d; their rows"
                  .formatted(first, seconds, scale.people())
              + " lie in the order of their addition, the owner's among all others'.");
    }
  }

  private UUID owner(String contactId) throws Exception {
    try (var superuser = stack.asSuperuser();
        var find =
            superuser.prepareStatement("select owner_id from contacts.contact where id = ?")) {
      find.setObject(1, UUID.fromString(contactId));
      var found = find.executeQuery();
      found.next();
      return found.getObject(1, UUID.class);
    }
  }

  private Map<String, Workers> contenders(
      List<Question> questions, Clients.Client client, UUID owner) {
    var all = new LinkedHashMap<String, Workers>();
    for (var question : questions) {
      var requests = question.paths().stream().map(path -> request(client, path)).toList();
      for (var connections : CONNECTIONS) {
        all.put(
            key(question, connections),
            _ -> new Asker(new HttpConnection("127.0.0.1", stack.port("contacts")), requests));
      }
      if (!question.searches().isEmpty()) {
        all.put(
            key(question, 0),
            _ -> new PageSql(stack.asService("contacts"), owner, question.searches()));
      }
    }
    return all;
  }

  private static String key(Question question, int connections) {
    return question.name() + " | " + connections;
  }

  private static int connections(String key) {
    return Math.max(1, Integer.parseInt(key.substring(key.lastIndexOf(' ') + 1)));
  }

  private static byte[] request(Clients.Client client, String path) {
    return HttpConnection.request("GET", path, client.authorization(), "");
  }

  private Void ask(Clients.Client client, String path) throws IOException {
    try (var connection = new HttpConnection("127.0.0.1", stack.port("contacts"))) {
      connection.exchange(request(client, path));
    }
    return null;
  }

  private void measure(String size, Map<String, Workers> contenders, Map<String, Runs> into)
      throws Exception {
    stack.quiet();
    for (var round = 0; round < Math.min(MOST_ROUNDS, scale.rounds()); round++) {
      for (var one : contenders.entrySet()) {
        var cpu = CpuUse.start(stack.pieces());
        var outcome =
            ClosedLoad.run(connections(one.getKey()), scale.peopleRound(), one.getValue());
        if (outcome.failures() > 0) {
          report.note(
              "%d of %s FAILED, the first: %s"
                  .formatted(outcome.failures(), one.getKey(), outcome.firstFailure()));
        }
        var runs =
            into.computeIfAbsent(one.getKey(), _ -> new Runs(new ArrayList<>(), new ArrayList<>()));
        runs.outcomes().add(outcome);
        runs.cpu().add(cpu.stop());
        Report.progress(
            "  in %s, %s: %s"
                .formatted(size, one.getKey(), PeopleReport.millis(outcome.latencies())));
      }
    }
  }

  private void show(List<Question> questions, long whole, Map<String, List<String>> scans) {
    report.heading(
        "30,000 contacts of one owner: p50, p99 in %,d contacts, beside it alone"
            .formatted(scale.people()));
    for (var question : questions) {
      line(question.name() + ", 1 connection", key(question, 1));
      line("  4 connections", key(question, 4));
      if (!question.searches().isEmpty()) {
        line("  plain SQL by JDBC", key(question, 0));
      }
      var here = large.get(key(question, 1));
      var there = small.get(key(question, 1));
      report.line(
          "  CPU a request: contacts, Postgres",
          "%s, %s ms"
              .formatted(
                  Report.number(here.millis("contacts")), Report.number(here.millis("Postgres"))),
          "%s, %s ms"
              .formatted(
                  Report.number(there.millis("contacts")), Report.number(there.millis("Postgres"))),
          Report.number(here.millis("Postgres") / there.millis("Postgres")));
    }
    PeopleReport.plans(report, whole, scans);
    report.note(
        "Foreign processes used %.0f%% of the processors among %,d contacts, %.0f%% alone."
            .formatted(others(large), scale.people(), others(small)));
  }

  private void line(String name, String key) {
    var here = large.get(key).latencies();
    var there = small.get(key).latencies();
    var ratio = here.millis(50) / there.millis(50);
    report.target(
        name,
        PeopleReport.millis(here),
        PeopleReport.millis(there),
        Report.number(ratio),
        "≤ 1.2",
        ratio <= A_FIFTH_MORE);
  }

  private static double others(Map<String, Runs> runs) {
    return 100
        * runs.values().stream()
            .flatMap(run -> run.cpu().stream())
            .mapToDouble(Used::othersShare)
            .average()
            .orElse(0);
  }

  private static final class Asker implements ClosedLoad.Worker {

    private final HttpConnection connection;
    private final List<byte[]> requests;
    private int next;

    private Asker(HttpConnection connection, List<byte[]> requests) {
      this.connection = connection;
      this.requests = requests;
    }

    @Override
    public void once() throws IOException {
      var status = connection.exchange(requests.get(next++ % requests.size()));
      if (status != 200) {
        throw new IOException("answered " + status);
      }
    }

    @Override
    public void close() throws IOException {
      connection.close();
    }
  }
}
