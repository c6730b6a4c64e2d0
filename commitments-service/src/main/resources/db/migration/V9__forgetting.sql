-- A snooze that is over hides nothing any more; of every owner, so many at a time. One that is being
-- made anew just now is left alone.
create function purge_snoozes(ended_before timestamptz, most integer) returns bigint
  language sql security definer set search_path from current as $$
  with old as (
    select h.owner_id, h.id from hidden_action h
    where h.until < ended_before limit most for update skip locked),
  gone as (
    delete from hidden_action h using old where h.owner_id = old.owner_id and h.id = old.id
    returning 1)
  select count(*) from gone
$$;
revoke all on function purge_snoozes(timestamptz, integer) from public;
