-- What was last told of a contact's standing, by the contact's id.
create table told_standing (
  owner_id uuid   not null,
  id       uuid   not null,
  version  bigint not null,
  told     jsonb,
  primary key (owner_id, id)
);

-- The owner's daily evaluation: one row, by the owner's own id; where it goes on while it is at it.
create table evaluation (
  owner_id      uuid   not null,
  id            uuid   not null,
  version       bigint not null,
  after_contact uuid,
  primary key (owner_id, id)
);

-- All that lies between the owner and one contact is found by the agreements they share.
create index agreement_of_contact on agreement using gin (owner_id, contact_ids);

do $$
declare
  owned text;
begin
  foreach owned in array array['told_standing', 'evaluation'] loop
    execute format('alter table %I enable row level security', owned);
    execute format(
      'create policy owner_only on %I using (owner_id = current_setting(''app.owner'')::uuid)', owned);
  end loop;
end $$;
