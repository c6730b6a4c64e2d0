-- What is kept for a stated time is forgotten by functions that see every owner's rows, so many at a
-- time. What somebody is at just now has its turn later.

-- Agreements that were due long ago, with what was owed and their reminders; not while one of those
-- is still to come or was settled since.
create function purge_agreements(settled_before timestamptz, most integer) returns bigint
  language sql security definer set search_path from current as $$
  with old as (
    select d.owner_id, d.id from deadline d
    where d.closed and d.due_at < settled_before
      and not exists (
        select 1 from reminder r
        where r.owner_id = d.owner_id and r.agreement_id = d.id
          and (r.status = 'PLANNED' or r.settled_at >= settled_before))
      and not exists (
        select 1 from reminder r
        where r.owner_id = d.owner_id and r.subject_id = d.id
          and (r.status = 'PLANNED' or r.settled_at >= settled_before))
    limit most for update of d skip locked),
  what_was_owed as (
    delete from owed o using old where o.owner_id = old.owner_id and o.agreement_id = old.id),
  reminders as (
    delete from reminder r using old where r.owner_id = old.owner_id and r.agreement_id = old.id),
  to_assess as (
    delete from reminder r using old where r.owner_id = old.owner_id and r.subject_id = old.id),
  gone as (
    delete from deadline d using old where d.owner_id = old.owner_id and d.id = old.id returning 1)
  select count(*) from gone
$$;
revoke all on function purge_agreements(timestamptz, integer) from public;

-- Reminders of days that came or were not needed long ago. One that was snoozed goes after its next
-- occurrence; one that was skipped or withheld before its day stays until that day has long gone.
create function purge_reminders(settled_before timestamptz, most integer) returns bigint
  language sql security definer set search_path from current as $$
  with old as (
    select r.owner_id, r.id from reminder r
    where r.agreement_id is null and r.subject_id is null and r.status <> 'PLANNED'
      and r.remind_at < settled_before and coalesce(r.settled_at, r.remind_at) < settled_before
      and not exists (
        select 1 from reminder n where n.owner_id = r.owner_id and n.repeats = r.id)
    limit most for update of r skip locked),
  gone as (
    delete from reminder r using old where r.owner_id = old.owner_id and r.id = old.id returning 1)
  select count(*) from gone
$$;
revoke all on function purge_reminders(timestamptz, integer) from public;

-- Deliveries and attempts that were left of messages which are gone: they go with their messages, but
-- one can come to be written in that very moment.
create function purge_deliveries(made_before timestamptz, most integer) returns bigint
  language sql security definer set search_path from current as $$
  with old as (
    select d.owner_id, d.id from delivery d
    where d.created_at < made_before
      and not exists (
        select 1 from message m where m.owner_id = d.owner_id and m.id = d.event_id)
    limit most for update of d skip locked),
  deliveries as (
    delete from delivery d using old where d.owner_id = old.owner_id and d.id = old.id returning 1),
  left_over as (
    select a.owner_id, a.id from delivery_attempt a
    where a.started_at < made_before
      and not exists (
        select 1 from delivery d
        where d.owner_id = a.owner_id and d.id = a.delivery_id
          and not exists (select 1 from old where old.owner_id = d.owner_id and old.id = d.id))
    limit most),
  attempts as (
    delete from delivery_attempt a using left_over o
    where a.owner_id = o.owner_id and a.id = o.id returning 1)
  select greatest((select count(*) from deliveries), (select count(*) from attempts))
$$;
revoke all on function purge_deliveries(timestamptz, integer) from public;

-- Whose mails a link ends is guarded like every owned table; before it is known whose a token is, one
-- can be looked up by its hash and no other way.
alter table unsubscribe_token enable row level security;
create policy owner_only on unsubscribe_token using (owner_id = current_setting('app.owner')::uuid);

create function mails_ended_by(hash bytea) returns uuid
  language sql stable security definer set search_path from current as $$
  select t.owner_id from unsubscribe_token t where t.token_hash = hash
$$;
revoke all on function mails_ended_by(bytea) from public;
