-- Where an owner's events go. The secrets are sealed; the health of an endpoint is its lane's.
create table webhook_endpoint (
  owner_id        uuid        not null,
  id              uuid        not null,
  version         bigint      not null,
  url             text        not null,
  event_types     jsonb       not null,
  description     text,
  concurrency     integer     not null,
  rate_per_second integer     not null,
  state           text        not null,
  disabled_reason text,
  disabled_at     timestamptz,
  secret          text        not null,
  retired_secrets jsonb       not null,
  custom_headers  text,
  header_names    jsonb       not null,
  created_at      timestamptz not null,
  primary key (owner_id, id)
);

-- What of an endpoint's work concerns every owner: when it is to be looked at next, and how it
-- fares. Read across owners by the dispatcher, so it holds nothing but times and counts.
create table endpoint_lane (
  owner_id      uuid    not null,
  endpoint_id   uuid    not null,
  open          boolean not null,
  next_due      timestamptz,
  paused_until  timestamptz,
  failures      integer not null default 0,
  failing_since timestamptz,
  primary key (owner_id, endpoint_id)
);
create index endpoint_lane_due on endpoint_lane (next_due) where open;

-- The event log: every event of an owner in the order in which it came here, with the body as it
-- is sent.
create table message (
  owner_id    uuid        not null,
  id          uuid        not null,
  version     bigint      not null,
  sequence    bigint      not null,
  source      text        not null,
  type        text        not null,
  subject     text        not null,
  occurred_at timestamptz not null,
  logged_at   timestamptz not null,
  traceparent text,
  body        text        not null,
  primary key (owner_id, id)
);
create unique index message_order on message (owner_id, sequence);

create table message_sequence (
  owner_id uuid   not null primary key,
  last     bigint not null
);

-- One message on its way to one endpoint. The fence counts the claims: what an older claim learns
-- is of no interest any more.
create table delivery (
  owner_id        uuid        not null,
  id              uuid        not null,
  version         bigint      not null,
  endpoint_id     uuid        not null,
  event_id        uuid        not null,
  event_type      text        not null,
  sequence        bigint      not null,
  status          text        not null,
  tries           integer     not null,
  attempts        integer     not null,
  next_attempt_at timestamptz,
  lease_until     timestamptz,
  fence           bigint      not null,
  created_at      timestamptz not null,
  delivered_at    timestamptz,
  primary key (owner_id, id)
);
create index delivery_waiting on delivery (owner_id, endpoint_id, next_attempt_at)
  where status = 'WAITING';
create index delivery_of_endpoint on delivery (owner_id, endpoint_id, id);
create index delivery_of_message on delivery (owner_id, event_id);

create table delivery_attempt (
  owner_id     uuid        not null,
  id           uuid        not null,
  version      bigint      not null,
  delivery_id  uuid        not null,
  number       integer     not null,
  started_at   timestamptz not null,
  latency_ms   bigint      not null,
  status_code  integer,
  outcome      text        not null,
  detail       text,
  excerpt      text,
  primary key (owner_id, id)
);
create index delivery_attempt_of on delivery_attempt (owner_id, delivery_id, number);

-- Reminders know agreements by what the events told of them.
create table deadline (
  owner_id     uuid        not null,
  id           uuid        not null,
  version      bigint      not null,
  meeting_id   uuid        not null,
  due_at       timestamptz not null,
  participants jsonb       not null,
  closed       boolean     not null,
  primary key (owner_id, id)
);

create table owed (
  owner_id     uuid    not null,
  id           uuid    not null,
  version      bigint  not null,
  agreement_id uuid    not null,
  position     integer not null,
  kind         text    not null,
  text         text,
  receiver     text,
  promised     jsonb   not null,
  closed       boolean not null,
  owing        jsonb   not null,
  missed       jsonb   not null,
  primary key (owner_id, id)
);
create index owed_of on owed (owner_id, agreement_id, position);

-- The ledger: one row for each reminder that is to come, came, or was not needed after all.
create table reminder (
  owner_id     uuid        not null,
  id           uuid        not null,
  version      bigint      not null,
  agreement_id uuid        not null,
  meeting_id   uuid        not null,
  kind         text        not null,
  due_at       timestamptz not null,
  remind_at    timestamptz not null,
  status       text        not null,
  event_id     uuid,
  settled_at   timestamptz,
  primary key (owner_id, id)
);
create unique index reminder_occurrence on reminder (owner_id, agreement_id, kind);
create index reminder_order on reminder (owner_id, remind_at, id);

create table owner_zone (
  owner_id  uuid   not null,
  id        uuid   not null,
  version   bigint not null,
  time_zone text   not null,
  primary key (owner_id, id)
);
create unique index owner_zone_one on owner_zone (owner_id);

do $$
declare
  owned text;
begin
  foreach owned in array array['webhook_endpoint', 'message', 'message_sequence', 'delivery',
      'delivery_attempt', 'deadline', 'owed', 'reminder', 'owner_zone'] loop
    execute format('alter table %I enable row level security', owned);
    execute format(
      'create policy owner_only on %I using (owner_id = current_setting(''app.owner'')::uuid)', owned);
  end loop;
end $$;

-- Forgets what is older of every owner's event log, with the deliveries of it and their attempts;
-- so many messages at a time. Run by the service's role with the rights of the tables' owner.
create function purge_messages(older_than timestamptz, most integer) returns bigint
  language sql security definer set search_path from current as $$
  with purged as (
    select owner_id, id from message where logged_at < older_than limit most),
  attempts as (
    delete from delivery_attempt a using delivery d, purged p
    where d.owner_id = p.owner_id and d.event_id = p.id
      and a.owner_id = d.owner_id and a.delivery_id = d.id),
  deliveries as (
    delete from delivery d using purged p where d.owner_id = p.owner_id and d.event_id = p.id),
  gone as (
    delete from message m using purged p where m.owner_id = p.owner_id and m.id = p.id returning 1)
  select count(*) from gone
$$;
revoke all on function purge_messages(timestamptz, integer) from public;
