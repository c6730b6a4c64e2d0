-- The owner's list for today: what it is read from beside what is there already, each by an index
-- in the order of the list, and which lines the owner has hidden.

-- A line that is not shown, by the line's own id: until an instant, or for good, but in any case only
-- for what it was about then. Whom it was with stands in it, so that it goes with them.
create table hidden_action (
  owner_id    uuid        not null,
  id          uuid        not null,
  version     bigint      not null,
  kind        text        not null,
  subject_id  uuid        not null,
  occurrence  timestamptz not null,
  how         text        not null,
  until       timestamptz,
  hidden_at   timestamptz not null,
  contact_ids uuid[]      not null,
  primary key (owner_id, id)
);
create unique index hidden_action_subject on hidden_action (owner_id, kind, subject_id);

-- Meetings in the diary, from when they are scheduled until they are held or cancelled.
create table appointment (
  owner_id    uuid        not null,
  id          uuid        not null,
  version     bigint      not null,
  ends_at     timestamptz not null,
  contact_ids uuid[]      not null,
  primary key (owner_id, id)
);
create index appointment_by_end on appointment (owner_id, ends_at, id);

-- Whom the owner met at an event, until they have a verdict.
create table person_met (
  owner_id   uuid        not null,
  id         uuid        not null,
  version    bigint      not null,
  meeting_id uuid        not null,
  contact_id uuid        not null,
  ended_at   timestamptz not null,
  primary key (owner_id, id)
);
create unique index person_met_once on person_met (owner_id, meeting_id, contact_id);
create index person_met_by_end on person_met (owner_id, ended_at, id);
create index person_met_of_contact on person_met (owner_id, contact_id);

-- The day of a contact's turn to be written to, by the contact's id. Words, question and since when
-- it has been silent once the day has begun; due_at is the day's beginning in UTC, for the order.
create table touch_turn (
  owner_id     uuid        not null,
  id           uuid        not null,
  version      bigint      not null,
  on_day       date        not null,
  due_at       timestamptz not null,
  silent_since date,
  words        text,
  question     text,
  primary key (owner_id, id)
);
create index touch_turn_by_day on touch_turn (owner_id, due_at, id);

-- By which words a contact's offers and expertise are found: the first letters of each.
create table offered_word (
  owner_id   uuid   not null,
  id         uuid   not null,
  version    bigint not null,
  contact_id uuid   not null,
  stem       text   not null,
  primary key (owner_id, id)
);
create unique index offered_word_once on offered_word (owner_id, stem, contact_id);
create index offered_word_of_contact on offered_word (owner_id, contact_id);

-- The day for which the owner's list went out last, by the owner's own id.
create table day_list (
  owner_id    uuid   not null,
  id          uuid   not null,
  version     bigint not null,
  compiled_on date   not null,
  primary key (owner_id, id)
);

-- What a told standing says of the expectation gap, and since when it has said so.
alter table told_standing add column gap text;
alter table told_standing add column gap_since timestamptz;
update told_standing
  set gap = case told ->> 'gap'
      when 'likedNotProven' then 'LIKED_NOT_PROVEN'
      when 'provenNotLately' then 'PROVEN_NOT_LATELY'
      when 'connectedNotRespected' then 'CONNECTED_NOT_RESPECTED' end,
    gap_since = (told ->> 'asOf')::timestamptz
  where told ->> 'gap' is not null;
create index told_standing_gap on told_standing (owner_id, gap_since, id) where gap is not null;

insert into offered_word (owner_id, id, version, contact_id, stem)
select owner_id, gen_random_uuid(), 0, contact_id, stem
from (
  select distinct p.owner_id, p.id as contact_id, left(word, 4) as stem
  from person p,
    lateral (select jsonb_path_query(p.facts, '$.offers[*]') union all
      select jsonb_path_query(p.facts, '$.expertise[*]')) as said (words),
    regexp_split_to_table(lower(said.words #>> '{}'), '[^[:alnum:]]+') as word
  where length(word) >= 3) as words;

-- Row-level security lets no operator that is not leakproof be looked up in an index: what is open is
-- told by the condition of a partial one, which is in the order of the list.
create index open_loop_by_time on open_loop (owner_id, opened_at, id);
create index favour_without_thanks on favour (owner_id, happened_at, id)
  where direction = 'RECEIVED' and thanks_said_at is null;
create index asked_came_back on asked (owner_id, since, id) where status = 'DEFERRED' and came_back;

-- When a commitment is due, beside it, so that an index is in this order. It follows its agreement.
alter table commitment add column due_at timestamptz;
update commitment c set due_at = a.due_at
  from agreement a where a.owner_id = c.owner_id and a.id = c.agreement_id;

create function due_with_agreement() returns trigger language plpgsql
set search_path from current as $$
begin
  select a.due_at into new.due_at
  from agreement a where a.owner_id = new.owner_id and a.id = new.agreement_id;
  return new;
end $$;
create trigger due_with_agreement before insert on commitment
  for each row execute function due_with_agreement();

create function commitments_due_with_agreement() returns trigger language plpgsql
set search_path from current as $$
begin
  update commitment c set due_at = new.due_at
  where c.owner_id = new.owner_id and c.agreement_id = new.id;
  return null;
end $$;
create trigger commitments_due_with_agreement after update of due_at on agreement
  for each row when (old.due_at is distinct from new.due_at)
  execute function commitments_due_with_agreement();

create index commitment_promised_by_owner on commitment (owner_id, due_at, id)
  where parts @> '[{"by": "owner", "state": "promised"}]';
create index commitment_to_apologise on commitment (owner_id, due_at, id)
  where parts @> '[{"by": "owner", "state": "missed"}]'
    and not reports @> '[{"kind": "apologised", "by": "owner"}]';
create index commitment_to_assess on commitment (owner_id, due_at, id)
  where kind = 'INDIVIDUAL' and receiver = 'owner' and status in ('DELIVERED', 'MISSED')
    or kind = 'SHARED' and (parts @> '[{"by": "owner", "state": "delivered"}]'
      or parts @> '[{"by": "owner", "state": "missed"}]');
create index person_inner on person (owner_id, id) where circle = 'INNER' and not removed;

do $$
declare
  owned text;
begin
  foreach owned in array array['hidden_action', 'appointment', 'person_met', 'touch_turn',
      'offered_word', 'day_list'] loop
    execute format('alter table %I enable row level security', owned);
    execute format(
      'create policy owner_only on %I using (owner_id = current_setting(''app.owner'')::uuid)', owned);
  end loop;
end $$;
