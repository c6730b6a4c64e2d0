-- Who owns agreements, and what an agreement looks like, so that rows are made of these by numbers.
-- Each owner has 167 agreements with one of 30 contacts each, of three commitments: 127 that closed
-- over the last year, and 40 that are open, with everything worded and nothing promised.
drop schema if exists bench cascade;
create schema bench;

-- the first :measured are the owners that ask, the others have rows alone
create unlogged table bench.owner as
select n::integer - 1 as o, id as owner_id
from unnest('{:ids}'::uuid[]) with ordinality as asking (id, n)
union all
select n, md5('owner ' || n)::uuid from generate_series(:measured, :owners - 1) n;

-- k counts an owner's agreements by time. One from 1000 on is of the others and overdue, to be
-- settled by due work: all was delivered but what the contact promised. ~ stands for the contact.
create unlogged table bench.shape as
with agreement as (
  select k, case when k >= 1000 then 'OPEN' when k < 127 then 'CLOSED' else 'OPEN' end as agreement_status,
    case when k >= 1000 then date_trunc('second', now()) - interval '1 hour'
      when k < 127 then date_trunc('second', now()) - (128 - k) * interval '3 days'
      else date_trunc('second', now()) + interval '1 day' + (k - 126) * interval '3 hours' end as due_at
  from (select generate_series(0, 166) union all select generate_series(1121, 1126)) as all_of_them (k)),
commitment as (
  select k, agreement_status, due_at, due_at - interval '168 hours' as meeting_end, position,
    case when k between 127 and 166 then 'proposed' when position = 2 and k >= 1000 then 'promised'
      when position = 2 and k % 8 = 3 then 'missed' else 'delivered' end as state,
    case position when 0 then '{owner,~}' when 1 then '{owner}' else '{~}' end::text[] as bys
  from agreement, generate_series(0, 2) position),
said as (
  select c.*, to_char((meeting_end + interval '1 hour') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as promised_at,
    to_char((meeting_end + interval '3 days') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as delivered_at,
    to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as missed_at
  from commitment c)
select k, position, agreement_status, due_at, meeting_end,
  case agreement_status when 'CLOSED' then due_at end as closed_at,
  case position when 0 then 'SHARED' else 'INDIVIDUAL' end as kind, upper(state) as status,
  case position when 0 then null when 1 then 'owner' else '~' end as promiser,
  case position when 0 then null when 1 then '~' else 'owner' end as receiver,
  (select json_agg(json_build_object('by', by, 'state', state))::text from unnest(bys) as by) as parts,
  jsonb_build_array(jsonb_build_object('number', 1, 'text',
    case position when 0 then 'Write the article about bicycles together'
      when 1 then 'Send the link to the study we talked about'
      else 'Introduce me to the editor of the journal' end,
    'complexity', case when position = 0 then 'complex' else 'simple' end, 'area', 'writing',
    'proposedBy', 'owner', 'proposedAt', promised_at, 'acceptedBy', '[]'::jsonb, 'state', 'inForce'))
    as wordings,
  coalesce((select json_agg(report order by step, by)::text from (
      select by, 1 as step, json_build_object('kind', 'promised', 'by', by, 'reportedBy', 'owner',
        'happenedAt', promised_at, 'recordedAt', promised_at, 'wording', 1, 'evidence', '[]'::json) as report
      from unnest(bys) as by where state <> 'proposed'
      union all
      select by, 2, json_build_object('kind', 'delivered', 'by', by, 'reportedBy', 'owner',
        'happenedAt', delivered_at, 'recordedAt', delivered_at, 'late', false, 'evidence', '[]'::json)
      from unnest(bys) as by where state = 'delivered'
      union all
      select by, 2, json_build_object('kind', 'missed', 'by', by, 'happenedAt', missed_at,
        'recordedAt', missed_at, 'evidence', '[]'::json)
      from unnest(bys) as by where state = 'missed') reports), '[]') as reports
from said;

-- All agreements in the order of their meetings, an owner's among all others'. The ids are UUIDv7 of
-- that order; the contact's is the owner's number and theirs.
create unlogged table bench.place as
select g, o, k, owner_id, ('01900000-0000-7000-8000-' || lpad(to_hex(o * 30 + (g / :owners + o) % 30), 12, '0'))::uuid as contact_id,
  lpad(to_hex((extract(epoch from meeting_end) * 1000)::bigint), 12, '0') as moment
from (select g, g % :owners as o, g / :owners as k0 from generate_series(0, :owners * 167 - 1) g) numbered
join bench.owner using (o)
join lateral (select case when o >= :measured and k0 between 121 and 126
    and (k0 - 121) * (:owners - :measured) + o - :measured < :due then 1000 + k0 else k0 end as k) as kind on true
join bench.shape using (k)
where position = 0
order by g;
create index on bench.place (g);

-- What is built anew for each filling: an entry at a time would take several times as long, because
-- the places of so many owners in an index do not fit into Postgres' memory at once.
create unlogged table bench.index_of as
select indrelid::regclass::text as of_table, indexrelid::regclass::text as name,
  pg_get_indexdef(indexrelid) as definition
from pg_index
where indrelid::regclass::text in ('commitments.agreement', 'commitments.commitment');
create unlogged table bench.constraint_of as
select conrelid::regclass::text as of_table, conname::text as name, contype = 'p' as is_key,
  case contype when 'p' then format('primary key using index %I', conname)
    else pg_get_constraintdef(oid) || ' not valid' end as definition
from pg_constraint
where contype = 'p' and conrelid::regclass::text in ('commitments.agreement', 'commitments.commitment')
  or contype = 'f' and confrelid::regclass::text in ('commitments.agreement', 'commitments.commitment');

create procedure bench.build_indexes(turn integer, turns integer) language plpgsql as $$
declare
  index_definition text;
begin
  for index_definition in
    select definition from (
      select definition, row_number() over (order by length(definition), name) as n from bench.index_of) numbered
    where n % turns = turn
  loop
    execute index_definition;
  end loop;
end
$$;
create procedure bench.restore_constraints() language plpgsql as $$
declare
  one record;
begin
  for one in select * from bench.constraint_of order by is_key desc loop
    execute format('alter table %s add constraint %I %s', one.of_table, one.name, one.definition);
  end loop;
end
$$;
analyze bench.owner, bench.shape, bench.place;
