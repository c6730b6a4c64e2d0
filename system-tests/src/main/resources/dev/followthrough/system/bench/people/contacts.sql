-- The contacts and what there was with them, in the order of their places, so that an owner's rows
-- lie among the others'. One in a hundred has had much to do with the owner, and is met tomorrow.
set synchronous_commit = off;
set session_replication_role = replica;
set work_mem = '256MB';
set maintenance_work_mem = '256MB';
insert into contacts.contact (owner_id, id, version, name, practice_off, details, private_notes,
  circle, created_at, changed_at, last_touch_at, dormant_at)
select owner_id, id, 0, name, false, details, private_notes, circle, added_at, added_at,
  case when t % 3 > 0 then added_at + t % 300 * interval '1 day' end,
  case when circle <> 'RELEASED' then added_at + interval '360 days' end
from bench.place join bench.person using (t) where :which;

insert into contacts.touch (owner_id, id, version, contact_id, direction, kind, happened_at, note,
  redirects, asks_question, awaits_reply, says_thanks, asks_after, asks_nothing,
  tells_what_i_do_now, hidden, created_at, changed_at)
select owner_id, md5(id || 'touch' || n)::uuid, 0, id,
  case n % 2 when 0 then 'INBOUND' else 'OUTBOUND' end, 'EMAIL',
  added_at + (t % 300 - n) * interval '1 day', 'Sent the draft of the article we spoke about.',
  false, n = 0, n = 0, false, 'NO', n > 0, false, false, added_at, added_at
from bench.place, generate_series(1, case when t % 100 = 0 then 30 else t % 3 end) n where :which;

insert into contacts.open_loop (owner_id, id, version, contact_id, reason, kind, happened_at,
  opens_at, answered, hidden, told)
select owner_id, md5(id || 'touch' || n)::uuid, 0, id, 'QUESTION', 'EMAIL',
  added_at + n * interval '1 day', added_at + (n + 3) * interval '1 day', n > 2, false, true
from bench.place, generate_series(1, case when t % 100 = 0 then 5 else 0 end) n where :which;

-- the one of number 0 is still to come
create temporary table met on commit drop as
select owner_id, md5(id || 'meeting' || n)::uuid as id, id as contact_id, n,
  case n when 0 then date_trunc('day', now()) + interval '34 hours'
    else added_at + n * interval '10 days' end as starts_at
from bench.place, generate_series(case when t % 100 = 0 then 0 else 1 end,
  case when t % 100 = 0 then 6 when t % 5 = 1 then 1 else 0 end) n where :which;
insert into contacts.meeting (owner_id, id, version, kind, status, starts_at, ends_at, place, topics,
  notes, promised, created_at, changed_at)
select owner_id, id, 0, 'ONE_ON_ONE', case n when 0 then 'SCHEDULED' else 'HELD' end, starts_at,
  starts_at + interval '1 hour', 'Café Central', '["the article", "spring"]',
  'They are looking for a partner in spring.', false, starts_at, starts_at from met;
insert into contacts.attendance (owner_id, id, version, meeting_id, contact_id, place, in_agreement)
select owner_id, md5(id || 'attendance')::uuid, 0, id, contact_id, 0, n > 0 from met;

call bench.build_indexes('{contacts.contact,contacts.touch,contacts.open_loop,contacts.meeting,contacts.attendance}');
