package dev.followthrough.platform.owner;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.EnumSet;
import java.util.UUID;
import org.hibernate.annotations.ValueGenerationType;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;

/** Fills a new row with the current owner, and refuses one that was made for somebody else. */
@ValueGenerationType(generatedBy = FilledWithOwner.Generator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface FilledWithOwner {

  /** Runs before the insert. */
  class Generator implements BeforeExecutionGenerator {

    @Override
    public Object generate(
        SharedSessionContractImplementor session,
        Object entity,
        Object currentValue,
        EventType eventType) {
      UUID owner = CurrentOwner.require();
      if (currentValue != null && !currentValue.equals(owner)) {
        throw new IllegalStateException("this row was made for another owner");
      }
      return owner;
    }

    @Override
    public EnumSet<EventType> getEventTypes() {
      return EnumSet.of(EventType.INSERT);
    }
  }
}
