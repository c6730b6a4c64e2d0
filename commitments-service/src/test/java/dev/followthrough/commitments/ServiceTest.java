package dev.followthrough.commitments;

import dev.followthrough.platform.kafka.KafkaProbe;
import dev.followthrough.platform.testing.SettableTime;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test of the whole service, with an owner of its own and a clock that it may move. */
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "commitments"))
public abstract class ServiceTest {

  @Inject protected SettableTime time;
  @Inject protected KafkaProbe kafka;
  protected World world;

  @BeforeEach
  void meetAnOwner() {
    world = new World(kafka, time);
  }

  @AfterEach
  void putTheClockRight() {
    time.reset();
  }
}
