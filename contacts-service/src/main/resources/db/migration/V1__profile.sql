-- The owner's own profile: one row per owner, made when first changed.
create table profile (
  owner_id  uuid   not null,
  id        uuid   not null,
  version   bigint not null,
  time_zone text   not null,
  primary key (owner_id, id)
);
create unique index profile_one_per_owner on profile (owner_id);
alter table profile enable row level security;
create policy owner_only on profile using (owner_id = current_setting('app.owner')::uuid);
