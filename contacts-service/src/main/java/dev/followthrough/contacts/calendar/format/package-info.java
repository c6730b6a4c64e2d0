/**
 * iCalendar (RFC 5545), read and written by a library (biweekly), with no word of the database: a
 * file becomes series, a series the occurrences within a window; entries become a file again.
 */
package dev.followthrough.contacts.calendar.format;
