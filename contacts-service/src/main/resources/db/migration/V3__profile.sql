-- What the owner says of themselves beside their zone, as they said it.
alter table profile add column details jsonb;

-- What the owner is after. A goal shows what it brought: namings counts the changes of that, so that
-- each makes a new version.
create table goal (
  owner_id   uuid        not null,
  id         uuid        not null,
  version    bigint      not null,
  words      text        not null,
  by_when    date,
  status     text        not null,
  namings    integer     not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (owner_id, id)
);

-- Which contact or meeting names which goal, since when. Of a removed contact it is hidden.
create table goal_naming (
  owner_id   uuid        not null,
  id         uuid        not null,
  version    bigint      not null,
  goal_id    uuid        not null,
  kind       text        not null,
  subject_id uuid        not null,
  named_at   timestamptz not null,
  hidden     boolean     not null,
  primary key (owner_id, id)
);
create unique index goal_naming_once on goal_naming (owner_id, subject_id, goal_id);
create index goal_naming_of_goal on goal_naming (owner_id, goal_id, id desc) where not hidden;

-- The goals that a meeting names, as its owner gave them; goal_naming is what is looked up.
alter table meeting add column goal_ids jsonb;

-- Where the owner travels.
create table trip (
  owner_id   uuid        not null,
  id         uuid        not null,
  version    bigint      not null,
  place      text        not null,
  starts_on  date        not null,
  ends_on    date        not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (owner_id, id)
);
create index trip_by_start on trip (owner_id, starts_on desc, id desc);

alter table goal enable row level security;
create policy owner_only on goal using (owner_id = current_setting('app.owner')::uuid);
alter table goal_naming enable row level security;
create policy owner_only on goal_naming using (owner_id = current_setting('app.owner')::uuid);
alter table trip enable row level security;
create policy owner_only on trip using (owner_id = current_setting('app.owner')::uuid);
