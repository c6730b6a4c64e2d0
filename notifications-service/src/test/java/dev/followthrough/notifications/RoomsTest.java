package dev.followthrough.notifications;

import dev.followthrough.platform.testing.Rooms;
import org.junit.jupiter.api.Test;

class RoomsTest {

  @Test
  void everything_stays_in_its_room() {
    Rooms.check("notifications");
  }
}
