-- Where a meeting of the diary is, as its events say: null for nowhere that was said, and for all else.
alter table diary_entry add column place text, add column link text;
