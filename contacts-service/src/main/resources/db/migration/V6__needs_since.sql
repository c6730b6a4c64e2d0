-- Since when the owner has needed each thing. What a row of the version before needs is dated when its
-- profile next changes.
alter table profile add column needs_since jsonb;
