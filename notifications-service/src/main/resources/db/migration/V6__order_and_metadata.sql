-- Whether deliveries about one thing wait for each other, and what an owner's client notes down.
alter table webhook_endpoint add column delivery_order text not null default 'NONE';
alter table webhook_endpoint add column metadata jsonb not null default '{}';

-- A delivery that the version before makes has no subject, and waits for nothing.
alter table delivery add column subject text;
create index delivery_of_subject on delivery (owner_id, endpoint_id, subject, sequence)
  where status = 'WAITING';
