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
