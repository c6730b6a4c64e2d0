-- What every service's schema holds beside its own tables. Owned tables are guarded by row-level
-- security; outbox, due_work and parked_record are read across owners by background work.

create table owner_stream (
  owner_id uuid primary key,
  position bigint not null
);

create table outbox (
  owner_id    uuid        not null,
  position    bigint      not null,
  id          uuid        not null,
  type        text        not null,
  subject     text        not null,
  occurred_at timestamptz not null,
  traceparent text,
  body        text        not null,
  bucket      smallint    not null,
  created_on  date        not null default (now() at time zone 'utc')::date,
  published   boolean     not null default false,
  primary key (created_on, owner_id, position)
) partition by range (created_on);
create table outbox_rest partition of outbox default;
create index outbox_unpublished on outbox (bucket, owner_id, position) where not published;

create table inbox_position (
  owner_id uuid   not null,
  source   text   not null,
  position bigint not null,
  primary key (owner_id, source)
);

create table parked_record (
  source      text        not null,
  owner_id    uuid        not null,
  position    bigint      not null,
  id          uuid        not null,
  type        text        not null,
  subject     text        not null,
  occurred_at timestamptz not null,
  traceparent text,
  body        text        not null,
  reason      text        not null,
  tries       integer     not null default 0,
  next_try_at timestamptz not null,
  primary key (source, owner_id, position)
);
create index parked_record_due on parked_record (next_try_at);

create table due_work (
  kind        text        not null,
  owner_id    uuid        not null,
  subject_id  uuid        not null,
  due_at      timestamptz not null,
  retry_after timestamptz,
  tries       integer     not null default 0,
  primary key (kind, owner_id, subject_id)
);
create index due_work_due on due_work (kind, due_at);

create table idempotency_key (
  owner_id    uuid        not null,
  operation   text        not null,
  key         text        not null,
  fingerprint bytea       not null,
  status      integer     not null,
  location    text,
  etag        text,
  position    text,
  body        bytea,
  sealed      boolean     not null,
  created_at  timestamptz not null,
  primary key (owner_id, operation, key)
);
create index idempotency_key_age on idempotency_key (owner_id, created_at);

create table tombstone (
  owner_id  uuid        not null,
  subject   text        not null,
  erased_at timestamptz not null,
  primary key (owner_id, subject)
);

do $$
declare
  owned text;
begin
  foreach owned in array array['owner_stream', 'inbox_position', 'idempotency_key', 'tombstone'] loop
    execute format('alter table %I enable row level security', owned);
    execute format(
      'create policy owner_only on %I using (owner_id = current_setting(''app.owner'')::uuid)', owned);
  end loop;
end $$;

-- Makes the outbox's partitions of the coming days and drops those that are older than keep_days
-- and hold nothing unpublished. Run by the service's role with the rights of the tables' owner.
create function tend_outbox(keep_days integer) returns void
  language plpgsql security definer set search_path from current as $$
declare
  day date;
  part record;
  pending boolean;
begin
  perform pg_advisory_xact_lock(hashtext('tend_outbox'));
  for i in 0..3 loop
    day := (now() at time zone 'utc')::date + i;
    begin
      execute format(
        'create table if not exists %I partition of outbox for values from (%L) to (%L)',
        'outbox_' || to_char(day, 'YYYYMMDD'), day, day + 1);
    exception when check_violation then
      null; -- the day's first rows already lie in the default partition: they may stay there
    end;
  end loop;
  for part in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'outbox'::regclass and c.relname ~ '^outbox_[0-9]{8}$'
      and to_date(right(c.relname, 8), 'YYYYMMDD') < (now() at time zone 'utc')::date - keep_days
  loop
    execute format('select exists (select from %I where not published)', part.relname) into pending;
    if not pending then
      execute format('drop table %I', part.relname);
    end if;
  end loop;
  delete from outbox_rest
    where published and created_on < (now() at time zone 'utc')::date - keep_days;
end $$;

-- Forgets answers kept for repeats, of every owner, once they are older than a day.
create function purge_idempotency_keys(older_than timestamptz) returns bigint
  language sql security definer set search_path from current as $$
  with gone as (delete from idempotency_key where created_at < older_than returning 1)
  select count(*) from gone
$$;
revoke all on function tend_outbox(integer) from public;
revoke all on function purge_idempotency_keys(timestamptz) from public;
