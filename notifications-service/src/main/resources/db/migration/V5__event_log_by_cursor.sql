-- How far the log has been forgotten: who wants to go on from a place before it has missed something.
alter table message_sequence add column forgotten bigint not null default 0;

create index message_of_subject on message (owner_id, subject, sequence);

-- Marks what the next purge forgets; a statement of its own, so that no owner's log is held meanwhile.
create function mark_forgotten(older_than timestamptz) returns void
  language sql security definer set search_path from current as $$
  update message_sequence s set forgotten = old.highest
  from (
    select owner_id, max(sequence) as highest from message
    where logged_at < older_than group by owner_id) old
  where s.owner_id = old.owner_id and s.forgotten < old.highest
$$;
revoke all on function mark_forgotten(timestamptz) from public;

-- How far the logs of these owners have come: for those who watch many. Numbers only.
create function log_heads(owners uuid[]) returns table (owner_id uuid, last bigint)
  language sql stable security definer set search_path from current as $$
  select s.owner_id, s.last from message_sequence s where s.owner_id = any (owners)
$$;
revoke all on function log_heads(uuid[]) from public;
