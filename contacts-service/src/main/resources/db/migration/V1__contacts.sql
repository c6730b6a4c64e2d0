-- The owner's own profile: one row per owner, made when first changed.
create table profile (
  owner_id  uuid   not null,
  id        uuid   not null,
  version   bigint not null,
  time_zone text   not null,
  primary key (owner_id, id)
);
create unique index profile_one_per_owner on profile (owner_id);

-- The people of an owner's network. What only contacts:private may read lies apart from the rest.
create table contact (
  owner_id       uuid        not null,
  id             uuid        not null,
  version        bigint      not null,
  name           text        not null,
  practice_off   boolean     not null,
  details        jsonb       not null,
  private_notes  jsonb       not null,
  created_at     timestamptz not null,
  changed_at     timestamptz not null,
  removed_at     timestamptz,
  primary key (owner_id, id)
);
create index contact_present on contact (owner_id, id desc) where removed_at is null;

-- Meetings. Whether an agreement opens is decided once, when the meeting is held.
create table meeting (
  owner_id        uuid        not null,
  id              uuid        not null,
  version         bigint      not null,
  kind            text        not null,
  status          text        not null,
  starts_at       timestamptz not null,
  ends_at         timestamptz not null,
  place           text,
  link            text,
  topics          jsonb       not null,
  notes           text,
  practice        jsonb,
  no_agreement    text,
  promised        boolean     not null,
  created_at      timestamptz not null,
  changed_at      timestamptz not null,
  primary key (owner_id, id)
);
create index meeting_by_status on meeting (owner_id, status, id desc);
create index meeting_by_start on meeting (owner_id, starts_at, id desc);

-- Who takes part in a meeting, in the order given; in_agreement once it is held.
create table attendance (
  owner_id     uuid    not null,
  id           uuid    not null,
  version      bigint  not null,
  meeting_id   uuid    not null,
  contact_id   uuid    not null,
  place        integer not null,
  in_agreement boolean not null,
  primary key (owner_id, id)
);
create unique index attendance_once on attendance (owner_id, meeting_id, contact_id);
create index attendance_of_contact on attendance (owner_id, contact_id, meeting_id);

-- The receipts of erasures. They hold ids and times only, and outlive what they erased.
create table erasure (
  owner_id     uuid        not null,
  id           uuid        not null,
  version      bigint      not null,
  contact_id   uuid,
  requested_at timestamptz not null,
  completions  jsonb       not null,
  primary key (owner_id, id)
);

alter table profile enable row level security;
create policy owner_only on profile using (owner_id = current_setting('app.owner')::uuid);
alter table contact enable row level security;
create policy owner_only on contact using (owner_id = current_setting('app.owner')::uuid);
alter table meeting enable row level security;
create policy owner_only on meeting using (owner_id = current_setting('app.owner')::uuid);
alter table attendance enable row level security;
create policy owner_only on attendance using (owner_id = current_setting('app.owner')::uuid);
alter table erasure enable row level security;
create policy owner_only on erasure using (owner_id = current_setting('app.owner')::uuid);
