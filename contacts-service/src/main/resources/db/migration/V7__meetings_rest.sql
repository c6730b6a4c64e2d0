-- Whether the owner was asked if a meeting took place, since its end was last said.
alter table meeting add column asked boolean not null default false;
create index meeting_to_ask on meeting (owner_id, ends_at) where status = 'SCHEDULED' and not asked;

insert into due_work (kind, owner_id, subject_id, due_at)
select 'meeting.unconfirmed', owner_id, id, ends_at from meeting where status = 'SCHEDULED'
on conflict do nothing;

-- What is to come of each person met at a held event: a row for each from when it is held, without
-- a verdict until the owner gives one. Of a removed contact it is hidden. told says whether
-- verdicts.overdue has named it.
create table verdict (
  owner_id     uuid        not null,
  id           uuid        not null,
  version      bigint      not null,
  meeting_id   uuid        not null,
  contact_id   uuid        not null,
  place        integer     not null,
  met_at       timestamptz not null,
  due_at       timestamptz not null,
  decision     text,
  mutual_value text,
  given_at     timestamptz,
  hidden       boolean     not null,
  told         boolean     not null,
  primary key (owner_id, id)
);
create unique index verdict_once on verdict (owner_id, meeting_id, contact_id);
create index verdict_of_contact on verdict (owner_id, contact_id, met_at desc);
create index verdict_waiting on verdict (owner_id, due_at, id) where decision is null and not hidden;

alter table verdict enable row level security;
create policy owner_only on verdict using (owner_id = current_setting('app.owner')::uuid);

insert into verdict (owner_id, id, version, meeting_id, contact_id, place, met_at, due_at, hidden, told)
select a.owner_id, a.id, 0, a.meeting_id, a.contact_id, a.place, m.ends_at,
  m.ends_at + interval '72 hours', c.removed_at is not null, true
from attendance a
  join meeting m on m.owner_id = a.owner_id and m.id = a.meeting_id
  join contact c on c.owner_id = a.owner_id and c.id = a.contact_id
where m.kind = 'EVENT' and m.status = 'HELD';

-- This service's own copy of what the owner and a contact owe each other, as commitments-service's
-- events tell it: a row for each promiser and each to whom it is due. contact_id is the one who is
-- not the owner, null while the owner's own has nobody to receive it. What has come to its end is
-- gone, but for the owner's own miss until they have apologised.
create table owed (
  owner_id      uuid        not null,
  id            uuid        not null,
  version       bigint      not null,
  commitment_id uuid        not null,
  agreement_id  uuid        not null,
  meeting_id    uuid        not null,
  contact_id    uuid,
  by_owner      boolean     not null,
  kind          text        not null,
  words         text,
  state         text        not null,
  due_at        timestamptz not null,
  primary key (owner_id, id)
);
create index owed_with_contact on owed (owner_id, contact_id, due_at, id);
create index owed_of_commitment on owed (owner_id, commitment_id);
create index owed_of_agreement on owed (owner_id, agreement_id);

alter table owed enable row level security;
create policy owner_only on owed using (owner_id = current_setting('app.owner')::uuid);
