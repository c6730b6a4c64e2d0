-- What commitments-service last told of a contact's standing, under the contact's id.
create table standing (
  owner_id uuid   not null,
  id       uuid   not null,
  version  bigint not null,
  told     jsonb  not null,
  primary key (owner_id, id)
);
alter table standing enable row level security;
create policy owner_only on standing using (owner_id = current_setting('app.owner')::uuid);

-- What the rule of the circles looks at beside silence, and from when on some move is proposed: null
-- where none will be without something new.
alter table contact
  add column standing_lower  double precision,
  add column standing_upper  double precision,
  add column one_way_since   timestamptz,
  add column standing_since  timestamptz,
  add column proposed_at     timestamptz;
update contact set proposed_at = dormant_at;
create index contact_proposed on contact (owner_id, proposed_at, id) where removed_at is null;

-- When it is a contact's turn to be written to. hold_from and hold_days: until so many days after then
-- guidance objects to a touch. told_since and told_on: for the silence that began then, the turn was
-- told on that day. turn_at is the moment around which the turn comes, to within a day and in order; the
-- day itself depends on the owner's zone. It is null for whom nobody is to write to.
alter table contact
  add column hold_from  timestamptz,
  add column hold_days  integer,
  add column told_since timestamptz,
  add column told_on    date,
  add column turn_at    timestamptz;
update contact
  set turn_at = quiet_since + interval '24 hours' * coalesce(cadence_days,
    case circle when 'INNER' then 30 when 'ACTIVE' then 90 when 'ACQUAINTANCE' then 180
      when 'DORMANT' then 365 end)
  where (details->>'doNotContact') is distinct from 'true';
create index contact_turn_inner on contact (owner_id, turn_at, id)
  where removed_at is null and circle = 'INNER';
create index contact_turn on contact (owner_id, turn_at, id)
  where removed_at is null and circle <> 'INNER';
create index contact_told on contact (owner_id, told_on) where told_on is not null;

-- One row per owner: the last day whose turns have been told, and the plan as it was last published.
create table keep_in_touch (
  owner_id     uuid   not null,
  id           uuid   not null,
  version      bigint not null,
  told_through date,
  published    jsonb  not null,
  primary key (owner_id, id)
);
alter table keep_in_touch enable row level security;
create policy owner_only on keep_in_touch using (owner_id = current_setting('app.owner')::uuid);
