package dev.followthrough.contacts.reason;

import dev.followthrough.contacts.contact.TalkingPoints;
import dev.followthrough.contacts.meeting.HeldMeetings.LastTopic;
import dev.followthrough.contacts.openloop.Awaited;

/**
 * What can give a reason to write.
 *
 * @param openLoop what has waited for a word of the owner for longest, or null
 * @param lastTopic what was spoken of in the last meeting, or null
 */
record KnownTopics(TalkingPoints points, Awaited openLoop, LastTopic lastTopic) {}
