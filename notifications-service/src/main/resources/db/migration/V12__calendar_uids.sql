-- Under which UID the owner's calendar file brought a meeting, and when it was to begin by the rule of its
-- series there; null for a meeting that no file has brought, and where events of an older version told.
alter table diary_entry
  add column calendar_uid text,
  add column calendar_occurrence timestamptz;
