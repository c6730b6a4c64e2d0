-- What can be assessed, and with whom it was; what the version before wrote tells nothing of it.
alter table owed
  add column delivered jsonb,
  add column assessed  jsonb;

-- The agreement of a reminder that the version before does not know of: under another name, so that
-- it takes none of them for its own.
alter table reminder add column subject_id uuid;
create unique index reminder_to_assess on reminder (owner_id, subject_id, lead)
  where repeats is null and subject_id is not null;
create index reminder_of_subject on reminder (owner_id, subject_id) where subject_id is not null;
