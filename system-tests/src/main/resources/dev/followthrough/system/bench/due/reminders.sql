-- :rows reminders of :owners owners that all go out at :at, two hours before their deadline, as the
-- service has them in its ledger: each with its agreement, what is open of it, and the reminder of
-- the day before, which was sent.
set synchronous_commit = off;
create temporary table due as
select n, md5('reminded ' || n % :owners)::uuid as owner_id, uuidv7() as agreement_id,
  uuidv7() as meeting_id, uuidv7() as contact_id, uuidv7() as reminder_id,
  timestamptz ':at' as at, timestamptz ':at' + interval '2 hours' as due_at
from generate_series(1, :rows) n;

insert into notifications.deadline (owner_id, id, version, meeting_id, due_at, participants, closed)
select owner_id, agreement_id, 0, meeting_id, due_at, jsonb_build_array(
  jsonb_build_object('contactId', contact_id, 'name', 'Ada Lovelace ' || n)), false
from due;

insert into notifications.owed (owner_id, id, version, agreement_id, position, kind, text, receiver,
  promised, closed, owing, missed)
select owner_id, uuidv7(), 1, agreement_id, position, case position when 0 then 'SHARED' else 'INDIVIDUAL' end,
  case position when 0 then 'Write the article about bicycles together'
    when 1 then 'Send the link to the study' else 'Introduce me to the editor' end,
  case position when 1 then contact_id::text when 2 then 'owner' end, who, false, who, '[]'
from due, generate_series(0, 2) position,
  lateral (select case position when 0 then jsonb_build_array('owner', contact_id)
    when 1 then jsonb_build_array('owner') else jsonb_build_array(contact_id) end) as parties (who);

insert into notifications.reminder (owner_id, id, version, agreement_id, meeting_id, kind, matter,
  lead, due_at, wanted_at, remind_at, zone, zone_rules, wall_time, status, event_id, settled_at)
select owner_id, reminder_id, 0, agreement_id, meeting_id, 'HOURS_BEFORE', 'PROMISES', 'PT2H',
  due_at, at, at, 'UTC', '2025b', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
  'PLANNED', null::uuid, null::timestamptz
from due
union all
select owner_id, uuidv7(), 1, agreement_id, meeting_id, 'DAY_BEFORE', 'PROMISES', 'PT24H',
  due_at, due_at - interval '1 day', due_at - interval '1 day', 'UTC', '2025b',
  to_char((due_at - interval '1 day') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
  'SENT', uuidv7(), due_at - interval '1 day'
from due;

insert into notifications.due_work (kind, owner_id, subject_id, due_at)
select 'reminder', owner_id, reminder_id, at from due;
