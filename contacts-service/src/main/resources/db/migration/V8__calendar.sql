-- The zones of calendar files that IANA does not know, as their VTIMEZONE defines them.
create table calendar_zone (
  owner_id   uuid   not null,
  id         uuid   not null,
  version    bigint not null,
  digest     text   not null,
  definition text   not null,
  primary key (owner_id, id)
);
create unique index calendar_zone_once on calendar_zone (owner_id, digest);

-- Which meeting an event of a calendar file has become, or an occurrence of one: occurrence is when
-- it was to begin by the rule of its series, or empty. said and people are digests of what the file
-- said last, so that the same file changes nothing. sequence is the file's, told is ours at
-- meeting_version and rises with each version of the meeting. Goes with its meeting.
create table calendar_event (
  owner_id        uuid        not null,
  id              uuid        not null,
  version         bigint      not null,
  uid             text        not null,
  occurrence      text        not null,
  meeting_id      uuid        not null,
  meeting_version bigint      not null,
  sequence        integer     not null,
  told            integer     not null,
  last_modified   timestamptz,
  tentative       boolean     not null,
  zone            text        not null,
  zone_id         uuid,
  said            text        not null,
  people          text        not null,
  primary key (owner_id, id),
  foreign key (owner_id, meeting_id) references meeting (owner_id, id) on delete cascade
);
create unique index calendar_event_once on calendar_event (owner_id, uid, occurrence);
create unique index calendar_event_of_meeting on calendar_event (owner_id, meeting_id);

alter table calendar_zone enable row level security;
create policy owner_only on calendar_zone using (owner_id = current_setting('app.owner')::uuid);
alter table calendar_event enable row level security;
create policy owner_only on calendar_event using (owner_id = current_setting('app.owner')::uuid);
