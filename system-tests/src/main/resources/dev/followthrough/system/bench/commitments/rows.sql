-- The agreements from :first on up to :last, of those owners, with their commitments and contacts.
set synchronous_commit = off;
set session_replication_role = replica;
set work_mem = '256MB';
insert into commitments.person (owner_id, id, version, name, removed, circle, facts)
select owner_id, ('01900000-0000-7000-8000-' || lpad(to_hex(o * 30 + c), 12, '0'))::uuid, 0,
  'Ada Lovelace ' || c, false, case c when 0 then 'INNER' else 'ACTIVE' end,
  '{"origin": "work", "doNotContact": false, "offers": ["design of logos"]}'
from bench.owner, generate_series(0, 29) c where :which and o % 2 = :turn;

insert into commitments.agreement (owner_id, id, version, meeting_id, meeting_start, meeting_end,
  due_at, opened_at, closed_at, status, counterparts, contact_ids)
select owner_id, (moment || '7abc8' || lpad(to_hex(g * 4), 15, '0'))::uuid, 0,
  (moment || '7abc9' || lpad(to_hex(g * 4), 15, '0'))::uuid, meeting_end - interval '1 hour',
  meeting_end, due_at, meeting_end, closed_at, agreement_status,
  ('[{"contactId": "' || contact_id || '", "name": "Ada Lovelace", "removed": false}]')::jsonb,
  array[contact_id]
from bench.place join bench.shape using (k)
where position = 0 and g between :first and :last and :which;

insert into commitments.commitment (owner_id, id, version, agreement_id, position, kind, promiser,
  receiver, status, in_force, parts, wordings, reports, due_at)
select owner_id, (moment || '7abc8' || lpad(to_hex(g * 4 + position + 1), 15, '0'))::uuid, 2,
  (moment || '7abc8' || lpad(to_hex(g * 4), 15, '0'))::uuid, position, kind,
  replace(promiser, '~', contact_id::text), replace(receiver, '~', contact_id::text), status, 1,
  replace(parts, '~', contact_id::text)::jsonb, wordings,
  replace(reports, '~', contact_id::text)::jsonb, due_at
from bench.place join bench.shape using (k)
where g between :first and :last and :which;
