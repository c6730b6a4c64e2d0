-- What one side of an agreement thinks of the other's work, or of the work that the two shared.
create table assessment (
  owner_id      uuid        not null,
  id            uuid        not null,
  version       bigint      not null,
  agreement_id  uuid        not null,
  commitment_id uuid        not null,
  kind          text        not null,
  contact_id    uuid        not null,
  given_by      text        not null,
  due_at        timestamptz not null,
  marks         jsonb       not null,
  primary key (owner_id, id),
  foreign key (owner_id, commitment_id) references commitment (owner_id, id) on delete cascade
);
create unique index assessment_one_each_way
  on assessment (owner_id, agreement_id, contact_id, kind, given_by);
create index assessment_of_commitment on assessment (owner_id, commitment_id);
create index assessment_with_contact on assessment (owner_id, contact_id, id);

alter table assessment enable row level security;
create policy owner_only on assessment using (owner_id = current_setting('app.owner')::uuid);
