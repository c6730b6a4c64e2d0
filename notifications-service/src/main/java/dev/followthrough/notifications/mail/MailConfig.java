package dev.followthrough.notifications.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many mails go out. */
@ConfigMapping(prefix = "followthrough.mails")
interface MailConfig {

  /** Connections of this replica to the mail server at once. */
  @WithDefault("8")
  int mostInFlight();

  /** Mails of one owner that are under way at once. */
  @WithDefault("2")
  int mostInFlightPerOwner();

  /** Mails of one owner within an hour, tries that failed included; what is beyond comes later. */
  @WithDefault("60")
  int mostPerOwnerAnHour();
}
