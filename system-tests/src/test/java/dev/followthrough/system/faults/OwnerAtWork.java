package dev.followthrough.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.followthrough.system.client.Api;
import dev.followthrough.system.client.Receiver;
import dev.followthrough.system.client.RunningStack;
import java.io.IOException;
import java.time.Duration;

/** An owner whose client works in the background, with an endpoint and its receiver. */
final class OwnerAtWork implements AutoCloseable {

  /**
   * The last deadlines pass, and a retry of a webhook may be five minutes away, or five seconds.
   */
  private static final Duration UNTIL_ALL_ARRIVED = Duration.ofSeconds(240);

  private final Api api;
  private final Receiver receiver;
  private final Workload workload;
  private final Thread thread;

  private OwnerAtWork(Api api, Receiver receiver) {
    this.api = api;
    this.receiver = receiver;
    workload = new Workload(api);
    thread = Thread.ofVirtual().start(workload);
  }

  static OwnerAtWork start(RunningStack running, String name) throws IOException {
    var api = new Api(running.baseUrl(), running.token(name));
    var receiver = new Receiver(one -> {});
    var endpoint =
        api.post(
                "/v1/webhook-endpoints",
                "{\"url\": \"%s\", \"eventTypes\": [\"*\"]}".formatted(receiver.url()))
            .orThrow();
    receiver.trust(endpoint.path("secret").asText());
    return new OwnerAtWork(api, receiver);
  }

  Workload workload() {
    return workload;
  }

  void stop() {
    workload.stop();
  }

  /** Waits until the history is right; fails with what is wrong. */
  void assertNothingLostOrDoubled() throws InterruptedException {
    thread.join();
    assertThat(workload.meetings()).isNotEmpty();
    await()
        .atMost(UNTIL_ALL_ARRIVED)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () ->
                assertThat(new HistoryChecker(api, workload, receiver.received()).faults())
                    .isEmpty());
    System.out.printf(
        "owner: %d contacts, %d meetings, %d promises, %d webhooks, %d tries failed meanwhile%n",
        workload.contacts().size(),
        workload.meetings().size(),
        workload.promised().size(),
        receiver.received().size(),
        workload.failedTries());
  }

  @Override
  public void close() {
    workload.stop();
    receiver.close();
  }
}
