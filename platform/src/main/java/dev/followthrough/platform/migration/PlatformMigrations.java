package dev.followthrough.platform.migration;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the platform's own tables up to date before the service's: they live in the same schema
 * but have a history table of their own, so that neither numbers its migrations around the other.
 */
@Singleton
class PlatformMigrations implements FlywayConfigurationCustomizer {

  @Override
  public void customize(FluentConfiguration service) {
    service.baselineOnMigrate(true).baselineVersion("0").callbacks(new BeforeTheService());
  }

  private static final class BeforeTheService extends BaseCallback {

    @Override
    public boolean supports(Event event, Context context) {
      return event == Event.BEFORE_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
      Flyway.configure()
          .dataSource(context.getConfiguration().getDataSource())
          .locations("classpath:db/platform")
          .table("platform_history")
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    }
  }
}
