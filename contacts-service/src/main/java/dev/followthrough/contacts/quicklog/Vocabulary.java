package dev.followthrough.contacts.quicklog;

import static dev.followthrough.contacts.quicklog.LoggedKind.COMMENT;
import static dev.followthrough.contacts.quicklog.LoggedKind.EMAIL;
import static dev.followthrough.contacts.quicklog.LoggedKind.EVENT;
import static dev.followthrough.contacts.quicklog.LoggedKind.EVENT_CHAT;
import static dev.followthrough.contacts.quicklog.LoggedKind.MESSAGE;
import static dev.followthrough.contacts.quicklog.LoggedKind.ONE_ON_ONE;
import static dev.followthrough.contacts.quicklog.LoggedKind.SHARED_LINK;
import static dev.followthrough.contacts.quicklog.LoggedKind.SHORT_CALL;

import dev.followthrough.contacts.quicklog.Reading.Day;
import dev.followthrough.events.TouchDirection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words that a quick log understands, and no others. What follows "about" is the topic and is
 * not read, but for a day at its end; neither are the words of the contact's own name. A kind is
 * what all its words agree on; words that disagree leave it open between them, and a call is short
 * or a conversation only if the words say so. A mere meeting is a one-on-one.
 */
final class Vocabulary {

  /** The same in words, for the document. */
  static final String EXPLAINED =
      "Kinds: coffee, tea, breakfast, lunch, dinner, drink, drinks, beer, walk, long call, video call"
          + " (a one-on-one); met, meet, meeting (a one-on-one, unless an event is named); conference,"
          + " meetup, fair, event (an event); mail, mails, mailed, email, emails, emailed; message,"
          + " messages, messaged, text, texted, sms, dm; wrote (a mail or a message: ambiguous); link,"
          + " links, article, shared (a shared link); comment, commented; short call, quick call, brief"
          + " call; call, called, phoned (short or a one-on-one: ambiguous without endsAt); chat,"
          + " chatted (ambiguous). Direction of a touch: from, received, got, me (inbound); to, sent, I"
          + " (outbound). thank, thanks, thanked: it says thanks. asked, asks, question, or a question"
          + " mark at the end: it asks. Days: today, yesterday, tomorrow. Other times (weekdays,"
          + " months, numbers, next, last, ago) and negations are not guessed at: `at` is asked for."
          + " So it is for a meeting of today at breakfast, lunch, dinner, in the morning, at noon, in the"
          + " afternoon, evening or night, less than an hour after that usually begins where the owner"
          + " lives (7, 12, 18, 6, 12, 13, 18, 20 o'clock) or before; of a meeting yesterday without one"
          + " of these, or with several that are more than an hour apart."
          + " What follows about is the topic.";

  private static final Map<String, Set<LoggedKind>> KINDS = new HashMap<>();
  private static final Set<String> INBOUND = Set.of("from", "received", "got", "me");
  private static final Set<String> OUTBOUND = Set.of("to", "sent");
  private static final Set<String> THANKS = Set.of("thanks", "thank", "thanked");
  private static final Set<String> QUESTIONS = Set.of("asked", "asks", "question");
  private static final Set<String> UNDATED =
      Set.of(
          ("monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"
                  + " january february march april may june july august september october november"
                  + " december next last week weeks weekend month months year ago will tonight soon"
                  + " later cancelled canceled postponed not no never didn didnt isn wasn couldn")
              .split(" "));
  private static final Pattern NUMBER = Pattern.compile("\\p{N}");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
  private static final Pattern ABOUT = Pattern.compile("(?iu)\\babout\\b");
  private static final Pattern LAST_DAY =
      Pattern.compile("(?iu)[\\s,;]+(today|yesterday|tomorrow)[.!?]*$");

  static {
    understand("coffee tea breakfast lunch dinner drink drinks beer walk", ONE_ON_ONE);
    understand("longcall videocall", ONE_ON_ONE);
    understand("met meet meeting", ONE_ON_ONE, EVENT);
    understand("conference meetup fair event", EVENT);
    understand("mail mails mailed email emails emailed", EMAIL);
    understand("message messages messaged text texted sms dm", MESSAGE);
    understand("wrote", EMAIL, MESSAGE);
    understand("link links article shared", SHARED_LINK);
    understand("comment commented", COMMENT);
    understand("shortcall", SHORT_CALL);
    understand("call called phoned", SHORT_CALL, ONE_ON_ONE);
    understand("chat chatted", EVENT_CHAT, MESSAGE, ONE_ON_ONE);
  }

  private Vocabulary() {}

  /** All that it understands, but for phrases, days and "about". */
  static Set<String> words() {
    var all = new HashSet<>(KINDS.keySet());
    all.removeIf(word -> word.endsWith("call") && !word.equals("call"));
    List.of(INBOUND, OUTBOUND, THANKS, QUESTIONS).forEach(all::addAll);
    Arrays.stream(DayPart.values()).map(DayPart::word).forEach(all::add);
    return all;
  }

  private static void understand(String words, LoggedKind first, LoggedKind... others) {
    for (var word : words.split(" ")) {
      KINDS.put(word, EnumSet.of(first, others));
    }
  }

  /**
   * @param name the contact's, or null
   */
  static Reading read(String said, String name) {
    var about = ABOUT.matcher(said);
    var hasTopic = about.find();
    var before = hasTopic ? said.substring(0, about.start()) : said;
    var topic = hasTopic ? said.substring(about.end()).strip() : "";
    var days = new HashSet<Day>();
    var lastDay = LAST_DAY.matcher(topic);
    if (lastDay.find()) {
      days.add(Day.valueOf(lastDay.group(1).toUpperCase(Locale.ROOT)));
      topic = topic.substring(0, lastDay.start()).strip();
    }
    var words = words(before, name);
    Arrays.stream(Day.values())
        .filter(day -> words.contains(day.name().toLowerCase(Locale.ROOT)))
        .forEach(days::add);
    return new Reading(
        kinds(words),
        directions(words),
        days,
        parts(words, topic),
        words.stream().anyMatch(Vocabulary::isUndated) || endsUndated(topic),
        words.stream().anyMatch(THANKS::contains),
        words.stream().anyMatch(QUESTIONS::contains) || said.strip().endsWith("?"),
        topic);
  }

  private static boolean isUndated(String word) {
    return UNDATED.contains(word) || NUMBER.matcher(word).find();
  }

  /** "Coffee about bicycles next week" is not over. */
  private static boolean endsUndated(String topic) {
    var words = split(topic);
    return !words.isEmpty() && UNDATED.contains(words.getLast());
  }

  /** At the end of a topic a meal is what was spoken of, and a time of day is when. */
  private static Set<DayPart> parts(List<String> words, String topic) {
    var topics = split(topic);
    var last = topics.isEmpty() ? "" : topics.getLast();
    var parts = EnumSet.noneOf(DayPart.class);
    for (var part : DayPart.values()) {
      if (words.contains(part.word()) || (!part.isMeal() && part.word().equals(last))) {
        parts.add(part);
      }
    }
    return parts;
  }

  private static Set<LoggedKind> kinds(List<String> words) {
    var agreed = EnumSet.allOf(LoggedKind.class);
    var named = EnumSet.noneOf(LoggedKind.class);
    for (var word : words) {
      var meant = KINDS.get(word);
      if (meant != null) {
        agreed.retainAll(meant);
        named.addAll(meant);
      }
    }
    if (agreed.equals(EnumSet.of(ONE_ON_ONE, EVENT))) {
      return EnumSet.of(ONE_ON_ONE);
    }
    return agreed.isEmpty() ? named : agreed;
  }

  private static Set<TouchDirection> directions(List<String> words) {
    var found = EnumSet.noneOf(TouchDirection.class);
    if (words.stream().anyMatch(INBOUND::contains)) {
      found.add(TouchDirection.INBOUND);
    }
    if (words.stream().anyMatch(OUTBOUND::contains)) {
      found.add(TouchDirection.OUTBOUND);
    }
    // "I got a mail from Ada" is hers
    if (found.isEmpty() && words.contains("i")) {
      found.add(TouchDirection.OUTBOUND);
    }
    return found.isEmpty() ? EnumSet.allOf(TouchDirection.class) : found;
  }

  private static List<String> words(String said, String name) {
    var all = new ArrayList<>(split(said.replaceAll("(?i)e-mail", "email")));
    if (name != null) {
      all.removeAll(split(name));
    }
    return split(
        String.join(" ", all)
            .replaceAll("\\b(short|quick|brief) call(ed)?\\b", "shortcall")
            .replaceAll("\\blong call\\b", "longcall")
            .replaceAll("\\bvideo call\\b", "videocall")
            .replaceAll("\\bto me\\b", "me"));
  }

  private static List<String> split(String said) {
    return BETWEEN_WORDS
        .splitAsStream(said.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
