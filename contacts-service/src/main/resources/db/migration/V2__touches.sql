-- Touches: interactions that are no live conversations. What the owner left unsaid of awaits_reply
-- and asks_nothing is null in its _said column and follows from the other facts. Touches of a
-- removed contact are hidden until the contact comes back.
create table touch (
  owner_id            uuid        not null,
  id                  uuid        not null,
  version             bigint      not null,
  contact_id          uuid        not null,
  direction           text        not null,
  kind                text        not null,
  happened_at         timestamptz not null,
  note                text,
  answers             uuid,
  redirects           boolean     not null,
  asks_question       boolean     not null,
  awaits_reply_said   boolean,
  awaits_reply        boolean     not null,
  says_thanks         boolean     not null,
  asks_after          text        not null,
  asks_nothing_said   boolean,
  asks_nothing        boolean     not null,
  tells_what_i_do_now boolean     not null,
  answered_at         timestamptz,
  hidden              boolean     not null,
  created_at          timestamptz not null,
  changed_at          timestamptz not null,
  primary key (owner_id, id)
);
create index touch_by_time on touch (owner_id, happened_at desc, id desc);
create index touch_of_contact on touch (owner_id, contact_id, happened_at desc, id desc);
create index touch_answering on touch (owner_id, answers) where answers is not null;
create index touch_telling on touch (owner_id, contact_id, happened_at desc)
  where tells_what_i_do_now;

-- What the owner owes a word on, by the id of the touch that waits. It is open from opens_at on
-- unless answered, let go or hidden; told says whether open_loop.opened has gone out.
create table open_loop (
  owner_id    uuid        not null,
  id          uuid        not null,
  version     bigint      not null,
  contact_id  uuid        not null,
  reason      text        not null,
  kind        text        not null,
  happened_at timestamptz not null,
  opens_at    timestamptz not null,
  answered    boolean     not null,
  let_go_at   timestamptz,
  hidden      boolean     not null,
  told        boolean     not null,
  primary key (owner_id, id)
);
create index open_loop_waiting on open_loop (owner_id, opens_at, id)
  where not answered and let_go_at is null and not hidden;
create index open_loop_of_contact on open_loop (owner_id, contact_id, opens_at);

alter table touch enable row level security;
create policy owner_only on touch using (owner_id = current_setting('app.owner')::uuid);
alter table open_loop enable row level security;
create policy owner_only on open_loop using (owner_id = current_setting('app.owner')::uuid);
