-- Which touches were answered in which meeting. An answer counts while the meeting is held. Goes with the
-- meeting and with the touch.
create table meeting_answer (
  owner_id   uuid   not null,
  id         uuid   not null,
  version    bigint not null,
  meeting_id uuid   not null,
  touch_id   uuid   not null,
  primary key (owner_id, id),
  foreign key (owner_id, meeting_id) references meeting (owner_id, id) on delete cascade,
  foreign key (owner_id, touch_id) references touch (owner_id, id) on delete cascade
);
create unique index meeting_answer_once on meeting_answer (owner_id, meeting_id, touch_id);
create index meeting_answer_of_touch on meeting_answer (owner_id, touch_id);

alter table meeting_answer enable row level security;
create policy owner_only on meeting_answer using (owner_id = current_setting('app.owner')::uuid);

-- Under which UID a calendar file brought a meeting, and when it was to begin by the rule of its series
-- there, so that events can say so.
alter table meeting
  add column calendar_uid text,
  add column calendar_occurrence timestamptz;
update meeting set calendar_uid = event.uid,
    calendar_occurrence = nullif(event.occurrence, '')::timestamptz
  from calendar_event event
  where event.owner_id = meeting.owner_id and event.meeting_id = meeting.id;

-- Telephone numbers as they are kept, E.164, find a contact as e-mail addresses do; none of the one kind can
-- be one of the other.
create or replace function index_addresses() returns trigger
  language plpgsql
  as $$
begin
  delete from contacts.contact_address
    where owner_id = new.owner_id and contact_id = new.id;
  insert into contacts.contact_address (owner_id, address, contact_id)
    select distinct new.owner_id, lower(one), new.id
    from unnest(array['emails', 'phones']) field,
      jsonb_array_elements_text(
        case when jsonb_typeof(new.details->field) = 'array' then new.details->field end) one;
  return null;
end
$$;

create or replace trigger contact_has_addresses after insert on contact
  for each row when (new.details ?| array['emails', 'phones']) execute function index_addresses();
create or replace trigger contact_changes_addresses after update on contact
  for each row when (
    new.details->'emails' is distinct from old.details->'emails'
    or new.details->'phones' is distinct from old.details->'phones')
  execute function index_addresses();

insert into contact_address (owner_id, address, contact_id)
  select distinct owner_id, lower(one), id
  from contact, jsonb_array_elements_text(
    case when jsonb_typeof(details->'phones') = 'array' then details->'phones' end) one
  on conflict do nothing;
