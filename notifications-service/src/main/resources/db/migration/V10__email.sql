-- Where an owner's mails go. The code and the token of the links are sealed. How many codes and
-- mails went out stays when the address goes.
create table email_address (
  owner_id          uuid    not null,
  id                uuid    not null,
  version           bigint  not null,
  address           text,
  status            text    not null default 'NONE',
  reminders         boolean not null default true,
  digests           boolean not null default true,
  code              text,
  code_until        timestamptz,
  code_tries        integer not null default 0,
  codes_since       timestamptz,
  codes             integer not null default 0,
  unsubscribe_token text,
  window_from       timestamptz,
  window_mails      integer not null default 0,
  primary key (owner_id, id)
);

-- One event, or the owner's code, on its way to their address. What it says and where it goes is
-- looked up when it goes out. The fence counts the claims: what an older claim learns is of no
-- interest any more.
create table mail (
  owner_id    uuid        not null,
  id          uuid        not null,
  matter      text        not null,
  event_id    uuid,
  created_at  timestamptz not null,
  tries       integer     not null default 0,
  lease_until timestamptz,
  fence       bigint      not null default 0,
  primary key (owner_id, id)
);

-- Whose mails a link ends: read before an owner is known, so it holds nothing but the hash.
create table unsubscribe_token (
  owner_id   uuid  not null primary key,
  token_hash bytea not null
);
create unique index unsubscribe_token_hash on unsubscribe_token (token_hash);

do $$
declare
  owned text;
begin
  foreach owned in array array['email_address', 'mail'] loop
    execute format('alter table %I enable row level security', owned);
    execute format(
      'create policy owner_only on %I using (owner_id = current_setting(''app.owner'')::uuid)', owned);
  end loop;
end $$;
