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
