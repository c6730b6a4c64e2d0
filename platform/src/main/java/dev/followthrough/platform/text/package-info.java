/** Bodies that are text of another kind than JSON, in and out: read once, up to a limit. */
package dev.followthrough.platform.text;
