-- A way into one agreement for one contact who has no account.
create table share_link (
  owner_id       uuid        not null,
  id             uuid        not null,
  version        bigint      not null,
  agreement_id   uuid        not null,
  contact_id     uuid        not null,
  names_shown    boolean     not null,
  signed_as      text,
  created_at     timestamptz not null,
  expires_at     timestamptz not null,
  revoked_at     timestamptz,
  no_thanks_at   timestamptz,
  forget_at      timestamptz,
  primary key (owner_id, id),
  foreign key (owner_id, agreement_id) references agreement (owner_id, id) on delete cascade
);
create index share_link_of_agreement on share_link (owner_id, agreement_id, id);
create index share_link_with_contact on share_link (owner_id, contact_id, id);

alter table share_link enable row level security;
create policy owner_only on share_link using (owner_id = current_setting('app.owner')::uuid);

-- Whose link a token opens. It goes with its link. Each owner sees and writes their own rows only, like
-- everywhere; before it is known whose a token is, one can be looked up by its hash and no other way.
create table share_token (
  token_hash bytea not null primary key,
  owner_id   uuid  not null,
  link_id    uuid  not null,
  foreign key (owner_id, link_id) references share_link (owner_id, id) on delete cascade
);
create index share_token_of_link on share_token (owner_id, link_id);

alter table share_token enable row level security;
create policy owner_only on share_token using (owner_id = current_setting('app.owner')::uuid);

create function opened_by(hash bytea) returns table (owner_id uuid, link_id uuid)
  language sql stable security definer rows 1 set search_path from current as $$
  select t.owner_id, t.link_id from share_token t where t.token_hash = hash
$$;
revoke all on function opened_by(bytea) from public;
