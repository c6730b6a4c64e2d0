-- The ledger holds every kind of reminder, one row for each occurrence. What the version before
-- wrote lacks the new columns, and what it reads (kind, status, remind_at) means what it meant.
alter table reminder
  alter column agreement_id drop not null,
  alter column meeting_id drop not null,
  alter column due_at drop not null,
  add column matter          text,
  add column lead            text,
  add column wanted_at       timestamptz,
  add column snoozed_until   timestamptz,
  add column repeats         uuid,
  add column skipped_at      timestamptz,
  add column acknowledged_at timestamptz,
  add column zone            text,
  add column zone_rules      text,
  add column wall_time       text,
  add column contact_id      uuid,
  add column name            text,
  add column on_day          date,
  add column words           text,
  add column question        text;

-- One occurrence for each lead of an agreement, whichever version planned it.
drop index reminder_occurrence;
create unique index reminder_of_agreement on reminder (owner_id, agreement_id, (coalesce(lead,
  case kind when 'DAY_BEFORE' then 'PT24H' when 'HOURS_BEFORE' then 'PT2H' else 'PT0S' end)))
  where repeats is null and agreement_id is not null;
create unique index reminder_again on reminder (owner_id, repeats) where repeats is not null;
create index reminder_of_contact on reminder (owner_id, contact_id, on_day)
  where contact_id is not null;
create index reminder_planned on reminder (owner_id, id) where status = 'PLANNED';
create index reminder_event on reminder (owner_id, event_id) where event_id is not null;

-- By which zone, quiet hours, zone rules and policy an agreement's reminders were planned last.
alter table deadline add column planned_by text;
alter table reminder add column planned_by text;
create index deadline_open on deadline (owner_id, id) where not closed;

alter table owner_zone
  add column quiet_from time,
  add column quiet_to   time;

create table reminder_policy (
  owner_id uuid   not null,
  id       uuid   not null,
  version  bigint not null,
  policy   jsonb,
  primary key (owner_id, id)
);
alter table reminder_policy enable row level security;
create policy owner_only on reminder_policy
  using (owner_id = current_setting('app.owner')::uuid);
