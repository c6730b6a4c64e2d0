-- By which e-mail addresses a contact is found: one row for each, in lower case. A trigger fills it, so
-- that whatever writes a contact, the addresses are those of the row. Goes with its contact.
create table contact_address (
  owner_id   uuid not null,
  address    text not null,
  contact_id uuid not null,
  primary key (owner_id, address, contact_id),
  foreign key (owner_id, contact_id) references contact (owner_id, id) on delete cascade
);
create index contact_address_of_contact on contact_address (owner_id, contact_id);

alter table contact_address enable row level security;
create policy owner_only on contact_address using (owner_id = current_setting('app.owner')::uuid);

create function index_addresses() returns trigger
  language plpgsql
  as $$
begin
  delete from contacts.contact_address
    where owner_id = new.owner_id and contact_id = new.id;
  insert into contacts.contact_address (owner_id, address, contact_id)
    select distinct new.owner_id, lower(one), new.id
    from jsonb_array_elements_text(
      case when jsonb_typeof(new.details->'emails') = 'array' then new.details->'emails' end) one;
  return null;
end
$$;

create trigger contact_has_addresses after insert on contact
  for each row when (new.details ? 'emails') execute function index_addresses();
create trigger contact_changes_addresses after update on contact
  for each row when (new.details->'emails' is distinct from old.details->'emails')
  execute function index_addresses();

insert into contact_address (owner_id, address, contact_id)
  select distinct owner_id, lower(one), id
  from contact, jsonb_array_elements_text(
    case when jsonb_typeof(details->'emails') = 'array' then details->'emails' end) one;
