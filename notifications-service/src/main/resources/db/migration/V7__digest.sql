-- How often the owner wants a digest; null while they have not said.
alter table owner_zone
  add column digest    text,
  add column digest_on text;

-- One row for each owner: the last day of which a digest was told, and the list that waits for the
-- end of quiet hours.
create table digest (
  owner_id uuid   not null,
  id       uuid   not null,
  version  bigint not null,
  told_on  date,
  held_on  date,
  held     jsonb,
  primary key (owner_id, id)
);
alter table digest enable row level security;
create policy owner_only on digest using (owner_id = current_setting('app.owner')::uuid);
