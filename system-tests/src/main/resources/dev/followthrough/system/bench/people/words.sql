-- The words of each person, as the trigger of contact_search writes them: by index_contact itself.
set synchronous_commit = off;
truncate contacts.contact, contacts.contact_search cascade;
insert into contacts.contact (owner_id, id, version, name, practice_off, details, private_notes,
  created_at, changed_at)
select owner_id, id, 0, name, false, details, private_notes, added_at, added_at
from bench.place join bench.person using (t) where own;
create unlogged table bench.found_by as
select t, words, all_words, fuzzy, facets
from bench.place join contacts.contact_search using (owner_id, id) where own;
analyze bench.found_by;

-- The indexes that are built anew for each filling; an entry at a time would take several times as long.
create unlogged table bench.index_of as
select indrelid::regclass::text as of_table, indexrelid::regclass::text as name,
  replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON ') as definition
from pg_index
where not indisprimary and indrelid::regclass::text in ('contacts.contact', 'contacts.contact_search',
  'contacts.touch', 'contacts.open_loop', 'contacts.meeting', 'contacts.attendance');

create procedure bench.build_indexes(of_tables text[]) language plpgsql as $$
declare
  index_definition text;
begin
  for index_definition in select definition from bench.index_of where of_table = any(of_tables) loop
    execute index_definition;
  end loop;
end
$$;
