-- More copies of what contacts-service tells: what standing, asks and favours are reckoned from.
alter table person add column circle text not null default 'ACQUAINTANCE';
alter table person add column facts jsonb;

create table touch (
  owner_id            uuid        not null,
  id                  uuid        not null,
  version             bigint      not null,
  contact_id          uuid        not null,
  direction           text        not null,
  kind                text        not null,
  happened_at         timestamptz not null,
  answers             uuid,
  redirects           boolean     not null,
  asks_question       boolean     not null,
  awaits_reply        boolean     not null,
  says_thanks         boolean     not null,
  asks_after          text        not null,
  asks_nothing        boolean     not null,
  tells_what_i_do_now boolean     not null,
  primary key (owner_id, id)
);
create index touch_of_contact on touch (owner_id, contact_id, happened_at);
create index touch_answering on touch (owner_id, answers) where answers is not null;

-- Who was at a held meeting. Whether it still counts as held says known_meeting.
create table attendance (
  owner_id   uuid        not null,
  id         uuid        not null,
  version    bigint      not null,
  meeting_id uuid        not null,
  contact_id uuid        not null,
  kind       text        not null,
  starts_at  timestamptz not null,
  ends_at    timestamptz not null,
  primary key (owner_id, id)
);
create unique index attendance_once on attendance (owner_id, meeting_id, contact_id);
create index attendance_of_contact on attendance (owner_id, contact_id, ends_at);

-- What the owner owes a word on, by the id of the touch that waits, for as long as it is open.
create table open_loop (
  owner_id    uuid        not null,
  id          uuid        not null,
  version     bigint      not null,
  contact_id  uuid        not null,
  reason      text        not null,
  kind        text        not null,
  happened_at timestamptz not null,
  opened_at   timestamptz not null,
  primary key (owner_id, id)
);
create index open_loop_of_contact on open_loop (owner_id, contact_id, opened_at);

-- What the owner says of themselves beside their zone.
alter table owner_zone add column facts jsonb;

-- What went between the owner and one contact.
create index commitment_value_promiser on commitment (owner_id, promiser);
create index commitment_value_receiver on commitment (owner_id, receiver);

do $$
declare
  owned text;
begin
  foreach owned in array array['touch', 'attendance', 'open_loop'] loop
    execute format('alter table %I enable row level security', owned);
    execute format(
      'create policy owner_only on %I using (owner_id = current_setting(''app.owner'')::uuid)', owned);
  end loop;
end $$;
