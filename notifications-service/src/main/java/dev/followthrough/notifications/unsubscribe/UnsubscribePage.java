package dev.followthrough.notifications.unsubscribe;

/** What the reader of a mail sees who follows its link: plain pages that load nothing. */
final class UnsubscribePage {

  /** Its button posts to the very address that it was read from. */
  static final String ASKING =
      page(
          "No more e-mails?",
          """
          <p>Reminders and digests of Followthrough are mailed to you.</p>
          <form method="post"><button type="submit">Send me no more of them</button></form>
          """);

  static final String DONE =
      page(
          "No more e-mails",
          """
          <p>No reminders and no digests are mailed to you any more. You can close this page.</p>
          <p>If you change your mind, confirm your address anew in your application.</p>
          """);

  private UnsubscribePage() {}

  private static String page(String title, String body) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>%1$s</title>
        <style>
        body { font: 1.1rem/1.5 sans-serif; max-width: 36rem; margin: 3rem auto; padding: 0 1rem }
        button { font: inherit; padding: .6rem 1.2rem }
        </style>
        </head>
        <body>
        <main>
        <h1>%1$s</h1>
        %2$s</main>
        </body>
        </html>
        """
        .formatted(title, body);
  }
}
