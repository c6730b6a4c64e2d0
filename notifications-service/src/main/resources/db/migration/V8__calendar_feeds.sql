-- The owner's diary as calendars are told it: meetings, deadlines of agreements and days for keeping in
-- touch, by what the events said. The sequence rises with each change that a calendar can see.
create table diary_entry (
  owner_id     uuid        not null,
  id           uuid        not null,
  version      bigint      not null,
  kind         text        not null,
  subject_id   uuid        not null,
  meeting_kind text,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  people       jsonb       not null,
  tasks        jsonb       not null,
  cancelled    boolean     not null,
  sequence     integer     not null,
  created_at   timestamptz not null,
  changed_at   timestamptz not null,
  primary key (owner_id, id)
);
-- written under the log's lock alone, which lets nobody make the same entry twice
create index diary_entry_of on diary_entry (owner_id, kind, subject_id, starts_at);
create index diary_entry_time on diary_entry (owner_id, ends_at);

create table calendar_feed (
  owner_id   uuid        not null,
  id         uuid        not null,
  version    bigint      not null,
  name       text        not null,
  parts      jsonb       not null,
  created_at timestamptz not null,
  primary key (owner_id, id)
);

-- Whose feed a token opens. It goes with its feed. Each owner sees and writes their own rows only, like
-- everywhere; before it is known whose a token is, one can be looked up by its hash and no other way.
create table feed_token (
  token_hash bytea not null primary key,
  owner_id   uuid  not null,
  feed_id    uuid  not null,
  foreign key (owner_id, feed_id) references calendar_feed (owner_id, id) on delete cascade
);
create index feed_token_of on feed_token (owner_id, feed_id);

do $$
declare
  owned text;
begin
  foreach owned in array array['diary_entry', 'calendar_feed', 'feed_token'] loop
    execute format('alter table %I enable row level security', owned);
    execute format(
      'create policy owner_only on %I using (owner_id = current_setting(''app.owner'')::uuid)', owned);
  end loop;
end $$;

create function feed_opened_by(hash bytea) returns table (owner_id uuid, feed_id uuid)
  language sql stable security definer rows 1 set search_path from current as $$
  select t.owner_id, t.feed_id from feed_token t where t.token_hash = hash
$$;
revoke all on function feed_opened_by(bytea) from public;

-- Forgets what no feed shows any more, of every owner; so many entries at a time.
create function purge_diary(ended_before timestamptz, cancelled_before timestamptz, most integer)
  returns bigint language sql security definer set search_path from current as $$
  with old as (
    select owner_id, id from diary_entry
    where ended_before > ends_at or (cancelled and changed_at < cancelled_before) limit most),
  gone as (
    delete from diary_entry e using old o where e.owner_id = o.owner_id and e.id = o.id returning 1)
  select count(*) from gone
$$;
revoke all on function purge_diary(timestamptz, timestamptz, integer) from public;
