-- The 1:1:1 of one held meeting. Every change to it or to its commitments locks its row.
create table agreement (
  owner_id      uuid        not null,
  id            uuid        not null,
  version       bigint      not null,
  meeting_id    uuid        not null,
  meeting_start timestamptz not null,
  meeting_end   timestamptz not null,
  due_at        timestamptz not null,
  opened_at     timestamptz not null,
  closed_at     timestamptz,
  status        text        not null,
  counterparts  jsonb       not null,
  contact_ids   uuid[]      not null,
  primary key (owner_id, id),
  -- the one-week rule, once more where nothing gets past it
  constraint one_week check (due_at <= meeting_end + interval '168 hours')
);
create unique index agreement_one_per_meeting on agreement (owner_id, meeting_id);
create index agreement_open on agreement (owner_id, due_at) where status = 'OPEN';

create table commitment (
  owner_id     uuid   not null,
  id           uuid   not null,
  version      bigint not null,
  agreement_id uuid   not null,
  position     int    not null,
  kind         text   not null,
  promiser     text,
  receiver     text,
  status       text   not null,
  in_force     int,
  parts        jsonb  not null,
  wordings     jsonb  not null,
  reports      jsonb  not null,
  primary key (owner_id, id),
  foreign key (owner_id, agreement_id) references agreement (owner_id, id) on delete cascade
);
create index commitment_of_agreement on commitment (owner_id, agreement_id, position);
create index commitment_by_status on commitment (owner_id, status, id);

-- Copies fed by the events of contacts-service.
create table person (
  owner_id uuid    not null,
  id       uuid    not null,
  version  bigint  not null,
  name     text    not null,
  removed  boolean not null,
  primary key (owner_id, id)
);

create table known_meeting (
  owner_id uuid   not null,
  id       uuid   not null,
  version  bigint not null,
  status   text   not null,
  primary key (owner_id, id)
);

create table owner_zone (
  owner_id  uuid   not null,
  id        uuid   not null,
  version   bigint not null,
  time_zone text   not null,
  primary key (owner_id, id)
);
create unique index owner_zone_one_per_owner on owner_zone (owner_id);

do $$
declare
  owned text;
begin
  foreach owned in array array['agreement', 'commitment', 'person', 'known_meeting', 'owner_zone'] loop
    execute format('alter table %I enable row level security', owned);
    execute format(
      'create policy owner_only on %I using (owner_id = current_setting(''app.owner'')::uuid)', owned);
  end loop;
end $$;
