package dev.followthrough.platform.owner;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.platform.things.ThingsProfile;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ThingsProfile.class)
class GuardedRoleTest {

  @Inject AgroalDataSource database;

  @Test
  void a_role_that_row_level_security_does_not_hold_is_refused() throws SQLException {
    var url = ConfigProvider.getConfig().getValue("followthrough.test.superuser-url", String.class);
    try (var superuser = DriverManager.getConnection(url);
        var own = database.getConnection()) {
      assertThatThrownBy(() -> GuardedRole.require(superuser))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("row-level security");
      assertThatCode(() -> GuardedRole.require(own)).doesNotThrowAnyException();
    }
  }
}
