-- Why a reminder does not go out that can come again: the policy has none of its kind (POLICY), or
-- its contact was removed (CONTACT). Of what the version before cancelled nothing is known.
alter table reminder add column withheld text;

-- An ask to come back to. Under names of their own, so that the version before takes none of them
-- for a day of keeping in touch or for something to assess.
alter table reminder
  add column ask_id           uuid,
  add column asked_id         uuid,
  add column asked_contact_id uuid;
create index reminder_of_asked on reminder (owner_id, asked_id) where asked_id is not null;
create index reminder_of_asked_contact on reminder (owner_id, asked_contact_id)
  where asked_contact_id is not null;

-- What contacts are called, and whether they are removed.
create table person (
  owner_id uuid    not null,
  id       uuid    not null,
  version  bigint  not null,
  name     text,
  removed  boolean not null,
  primary key (owner_id, id)
);
alter table person enable row level security;
create policy owner_only on person using (owner_id = current_setting('app.owner')::uuid);

-- Whether figures may go there: a client with the scope standing:read made the endpoint or changed
-- it. Of those that are there already nobody knows, so none may until it is changed.
alter table webhook_endpoint add column receives_standing boolean not null default false;

-- What the purge of the log forgets next, some messages at a time: whose, and up to which place.
create function old_messages(older_than timestamptz, most integer)
  returns table (owner_id uuid, highest bigint)
  language sql stable security definer set search_path from current as $$
  select old.owner_id, max(old.sequence) from (
    select m.owner_id, m.sequence from message m where m.logged_at < older_than limit most) old
  group by old.owner_id
$$;
revoke all on function old_messages(timestamptz, integer) from public;

-- Marks how far one log is forgotten, and leaves one alone that somebody holds.
create function mark_forgotten(owner uuid, place bigint) returns void
  language sql security definer set search_path from current as $$
  update message_sequence s set forgotten = place
  from (
    select l.owner_id from message_sequence l
    where l.owner_id = owner and l.forgotten < place for update skip locked) free
  where s.owner_id = free.owner_id
$$;
revoke all on function mark_forgotten(uuid, bigint) from public;

-- Forgets what is marked, with the deliveries of it and their attempts; so many messages at a time.
create function purge_forgotten(older_than timestamptz, most integer) returns bigint
  language sql security definer set search_path from current as $$
  with purged as (
    select m.owner_id, m.id from message m join message_sequence s on s.owner_id = m.owner_id
    where m.logged_at < older_than and m.sequence <= s.forgotten limit most),
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
revoke all on function purge_forgotten(timestamptz, integer) from public;
