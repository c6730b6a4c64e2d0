-- The owner's own action ideas, beside those of the catalogue, which is a file.
create table own_idea (
  owner_id   uuid        not null,
  id         uuid        not null,
  version    bigint      not null,
  kind       text        not null,
  complexity text        not null,
  words      text        not null,
  area       text,
  fits       jsonb       not null,
  templates  jsonb       not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (owner_id, id)
);

alter table own_idea enable row level security;
create policy owner_only on own_idea using (owner_id = current_setting('app.owner')::uuid);
