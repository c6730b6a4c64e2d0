-- Value that one side gave the other, beside what was promised.
create table favour (
  owner_id       uuid        not null,
  id             uuid        not null,
  version        bigint      not null,
  contact_id     uuid        not null,
  direction      text        not null,
  kind           text        not null,
  size           text        not null,
  happened_at    timestamptz not null,
  words          text        not null,
  thanks_said_at timestamptz,
  commitment_id  uuid,
  created_at     timestamptz not null,
  changed_at     timestamptz not null,
  primary key (owner_id, id)
);
create index favour_by_time on favour (owner_id, happened_at desc, id desc);
create index favour_of_contact on favour (owner_id, contact_id, happened_at desc, id desc);

-- The goals that contacts-service tells of, so that an ask can name one.
create table known_goal (
  owner_id uuid   not null,
  id       uuid   not null,
  version  bigint not null,
  primary key (owner_id, id)
);

-- What was asked for. Every change to it or to what came of it locks its row.
create table ask (
  owner_id   uuid        not null,
  id         uuid        not null,
  version    bigint      not null,
  direction  text        not null,
  kind       text        not null,
  words      text        not null,
  goal_id    uuid,
  offer      text,
  asked_at   timestamptz not null,
  changes    int         not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (owner_id, id)
);
create index ask_of_goal on ask (owner_id, goal_id, id desc) where goal_id is not null;

-- What came of an ask with one contact, by the id of the touch that it is. Circle, origin and
-- told_since are as they were when it was made; before is what went before one that was lost.
create table asked (
  owner_id       uuid        not null,
  id             uuid        not null,
  version        bigint      not null,
  ask_id         uuid        not null,
  contact_id     uuid        not null,
  direction      text        not null,
  asked_at       timestamptz not null,
  circle         text        not null,
  origin         text,
  told_since     timestamptz,
  status         text        not null,
  since          timestamptz not null,
  deferred_until date,
  revisit_id     uuid,
  came_back      boolean     not null,
  reason         text,
  before         jsonb,
  steps          jsonb       not null,
  primary key (owner_id, id),
  foreign key (owner_id, ask_id) references ask (owner_id, id) on delete cascade
);
create unique index asked_once on asked (owner_id, ask_id, contact_id);
create index asked_of_contact on asked (owner_id, contact_id, asked_at);
create index asked_waiting on asked (owner_id, since, id)
  where status in ('ASKED', 'ANSWERED', 'DEFERRED');
create index asked_revisit on asked (owner_id, revisit_id) where revisit_id is not null;
create index asked_lost on asked (owner_id, since) where status = 'LOST';

do $$
declare
  owned text;
begin
  foreach owned in array array['favour', 'known_goal', 'ask', 'asked'] loop
    execute format('alter table %I enable row level security', owned);
    execute format(
      'create policy owner_only on %I using (owner_id = current_setting(''app.owner'')::uuid)', owned);
  end loop;
end $$;
