-- Contacts that contacts-service has merged.
create table contact_merge (
  owner_id   uuid        not null,
  id         uuid        not null,
  version    bigint      not null,
  contact_id uuid        not null,
  merged_id  uuid        not null,
  merged_at  timestamptz not null,
  undone     boolean     not null,
  primary key (owner_id, id)
);
create index contact_merge_of_contact on contact_merge (owner_id, contact_id);
create index contact_merge_of_merged on contact_merge (owner_id, merged_id);

-- Which rows of which place a merge moved, by their keys: what its undo moves back.
create table moved_row (
  owner_id uuid not null,
  move_id  uuid not null,
  place    text not null,
  row_id   uuid not null,
  primary key (owner_id, move_id, place, row_id)
);

do $$
declare
  owned text;
begin
  foreach owned in array array['contact_merge', 'moved_row'] loop
    execute format('alter table %I enable row level security', owned);
    execute format(
      'create policy owner_only on %I using (owner_id = current_setting(''app.owner'')::uuid)', owned);
  end loop;
end $$;

