-- By what two contacts may be one: a row for each e-mail address, telephone number and link, for the
-- words of the name in their alphabet, and for each word of the name beside the organisation, of which
-- the first letters. A trigger fills it, like the addresses. Goes with its contact.
create table contact_key (
  owner_id   uuid not null,
  kind       text not null,
  value      text not null,
  contact_id uuid not null,
  primary key (owner_id, kind, value, contact_id),
  foreign key (owner_id, contact_id) references contact (owner_id, id) on delete cascade
);
create index contact_key_of_contact on contact_key (owner_id, contact_id);

alter table contact_key enable row level security;
create policy owner_only on contact_key using (owner_id = current_setting('app.owner')::uuid);

-- The words by which the contact is called.
create function called(of_contact contact) returns text
  language sql stable
  set search_path = contacts, pg_temp
  as $$ select search_form(of_contact.name) $$;

create function keys_of(of_contact contact) returns table (kind text, value text)
  language sql stable
  set search_path = contacts, pg_temp
  as $$
    select 'EMAIL', lower(one) from jsonb_array_elements_text(
      case when jsonb_typeof(of_contact.details->'emails') = 'array'
        then of_contact.details->'emails' end) one
    union
    select 'PHONE', one from jsonb_array_elements_text(
      case when jsonb_typeof(of_contact.details->'phones') = 'array'
        then of_contact.details->'phones' end) one
    union
    select 'LINK', left(regexp_replace(lower(one->>'url'), '^https?://(www\.)?|/+$', '', 'g'), 500)
    from jsonb_array_elements(
      case when jsonb_typeof(of_contact.details->'links') = 'array'
        then of_contact.details->'links' end) one
    union
    select 'NAME', string_agg(word, ' ' order by word)
    from unnest(string_to_array(called(of_contact), ' ')) word where word <> ''
    having count(*) > 1
    union
    select 'WORK', left(search_form(of_contact.details->>'organisation'), 200) || '|' || left(word, 3)
    from unnest(string_to_array(called(of_contact), ' ')) word
    where length(word) > 1 and search_form(of_contact.details->>'organisation') <> ''
  $$;

create function index_keys() returns trigger
  language plpgsql
  as $$
begin
  delete from contacts.contact_key where owner_id = new.owner_id and contact_id = new.id;
  insert into contacts.contact_key (owner_id, kind, value, contact_id)
    select new.owner_id, kind, value, new.id from contacts.keys_of(new);
  return null;
end
$$;

create trigger contact_has_keys after insert on contact
  for each row execute function index_keys();
create trigger contact_changes_keys after update on contact
  for each row
  when (new.name is distinct from old.name or new.details is distinct from old.details)
  execute function index_keys();

insert into contact_key (owner_id, kind, value, contact_id)
  select contact.owner_id, keys.kind, keys.value, contact.id
  from contact, lateral keys_of(contact) keys;

-- Two contacts of whom the owner has said that they are not one.
create table not_duplicate (
  owner_id     uuid        not null,
  id           uuid        not null,
  version      bigint      not null,
  one_id       uuid        not null,
  other_id     uuid        not null,
  dismissed_at timestamptz not null,
  primary key (owner_id, id)
);
create unique index not_duplicate_once on not_duplicate (owner_id, one_id, other_id);
create index not_duplicate_of_other on not_duplicate (owner_id, other_id);

-- Two contacts that are one: the merged one has become the other, until that is undone. kept is
-- what was said of the one that stays, before it and by it, for as long as it can be undone.
create table contact_merge (
  owner_id    uuid        not null,
  id          uuid        not null,
  version     bigint      not null,
  contact_id  uuid        not null,
  merged_id   uuid        not null,
  merged_name text        not null,
  merged_at   timestamptz not null,
  undone_at   timestamptz,
  settled     boolean     not null,
  kept        jsonb,
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
  foreach owned in array array['not_duplicate', 'contact_merge', 'moved_row'] loop
    execute format('alter table %I enable row level security', owned);
    execute format(
      'create policy owner_only on %I using (owner_id = current_setting(''app.owner'')::uuid)', owned);
  end loop;
end $$;

-- Whom a contact has become, and by which merge; such a one counts as removed.
alter table contact add column merged_into uuid, add column merge_id uuid;

-- The ask that a touch is, of which there can be one with each of several contacts.
alter table touch add column ask_id uuid;
create index touch_of_ask on touch (owner_id, ask_id) where ask_id is not null;
