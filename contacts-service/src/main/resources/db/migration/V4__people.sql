-- How near a contact stands, and when it was last heard from. A row of the version before has the
-- defaults. dormant_at is the moment from which the contact counts as dormant: null in those circles
-- that no silence moves.
alter table contact
  add column circle        text not null default 'ACQUAINTANCE',
  add column cadence_days  integer check (cadence_days between 1 and 730),
  add column last_touch_at timestamptz,
  add column dormant_at    timestamptz,
  add column quiet_since   timestamptz generated always as (coalesce(last_touch_at, created_at)) stored;

update contact set last_touch_at = greatest(
  (select max(touch.happened_at) from touch
   where touch.owner_id = contact.owner_id and touch.contact_id = contact.id),
  (select max(meeting.ends_at) from attendance
     join meeting on meeting.owner_id = attendance.owner_id and meeting.id = attendance.meeting_id
   where attendance.owner_id = contact.owner_id and attendance.contact_id = contact.id
     and meeting.status = 'HELD'));

-- an acquaintance's default cadence is 180 days, and twice that is dormant
update contact set dormant_at = quiet_since + interval '8640 hours';

create index contact_removed on contact (owner_id, id desc) where removed_at is not null;
create index contact_by_circle on contact (owner_id, circle, id desc) where removed_at is null;
create index contact_by_silence on contact (owner_id, quiet_since) where removed_at is null;
create index contact_dormant on contact (owner_id, dormant_at, id) where removed_at is null;

-- Every move of a contact from one circle to another, by the owner.
create table circle_move (
  owner_id    uuid        not null,
  id          uuid        not null,
  version     bigint      not null,
  contact_id  uuid        not null,
  from_circle text        not null,
  to_circle   text        not null,
  moved_at    timestamptz not null,
  primary key (owner_id, id)
);
create index circle_move_of_contact on circle_move (owner_id, contact_id, id desc);

alter table circle_move enable row level security;
create policy owner_only on circle_move using (owner_id = current_setting('app.owner')::uuid);
