package dev.followthrough.platform.conformance;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Idempotency keys: repeats, conflicts, keys that are none. */
record RepeatChecks(ApiOperation operation, Supplier<Supplier<Call>> fresh, Findings findings) {

  private static final String KEY = "Idempotency-Key";

  void run(Supplier<Call> valid) {
    bad("an empty key", valid.get().header(KEY, "\"\""));
    bad("a key of 256 characters", valid.get().header(KEY, "k".repeat(256)));
    repeat();
    atOnce();
    if (operation.takesJson() && operation.bodyRequired()) {
      afterRefusal();
    }
  }

  private void bad(String check, Call call) {
    var answer = findings.answered(operation, check, call);
    findings.expect(operation, check, answer, 400, "invalid-request");
    if (answer.status() == 400 && !answer.hasFaultAt(KEY + ":")) {
      findings.add(operation.id(), check, "no fault at the header: " + answer);
    }
  }

  private void repeat() {
    var calls = fresh.get();
    var key = UUID.randomUUID().toString();
    var first = findings.answered(operation, "a call with a key", calls.get().header(KEY, key));
    if (first.status() / 100 != 2) {
      findings.add(operation.id(), "a call with a key", "expected success, got " + first);
      return;
    }
    var quoted = calls.get().header(KEY, "\"" + key + "\"");
    var second = findings.answered(operation, "its repeat", quoted);
    if (second.status() != first.status()
        || !Arrays.equals(second.bytes(), first.bytes())
        || !second.header("ETag").equals(first.header("ETag"))
        || !second.header("Location").equals(first.header("Location"))) {
      findings.add(
          operation.id(), "its repeat", "was answered %s, first %s".formatted(second, first));
    }
    if (calls.get().body() != null) {
      var other = calls.get().header(KEY, key);
      var longer = Arrays.copyOf(other.body(), other.body().length + 1);
      longer[longer.length - 1] = ' ';
      findings.expect(
          operation,
          "the key with another body",
          other.body(longer),
          422,
          "idempotency-key-reused");
    }
  }

  private void atOnce() {
    var calls = fresh.get();
    var key = UUID.randomUUID().toString();
    var answers =
        Stream.generate(() -> calls.get().header(KEY, key).sendAsync()).limit(4).toList().stream()
            .map(java.util.concurrent.CompletableFuture::join)
            .toList();
    answers.forEach(
        answer -> {
          findings.checked();
          findings.judge(operation, "the same key at once", calls.get(), answer);
        });
    long done = answers.stream().filter(a -> a.status() / 100 == 2).count();
    boolean sane = answers.stream().allMatch(a -> a.status() / 100 == 2 || a.status() == 409);
    long different =
        answers.stream()
            .filter(a -> a.status() / 100 == 2)
            .map(a -> Arrays.hashCode(a.bytes()))
            .distinct()
            .count();
    if (done == 0 || !sane || different > 1) {
      findings.add(operation.id(), "the same key at once", "got " + answers);
    }
  }

  private void afterRefusal() {
    var calls = fresh.get();
    var key = UUID.randomUUID().toString();
    var refused = calls.get().header(KEY, key).body(new byte[] {'{'});
    findings.expect(operation, "a refused call with a key", refused, 400, "invalid-request");
    var mended =
        findings.answered(operation, "the mended call with it", calls.get().header(KEY, key));
    if (mended.status() / 100 != 2) {
      findings.add(operation.id(), "the mended call with it", "expected success, got " + mended);
    }
  }
}
