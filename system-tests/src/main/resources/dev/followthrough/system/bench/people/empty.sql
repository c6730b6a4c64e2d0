-- No contacts, and none of the indexes that are built at once afterwards.
do $$
declare
  index_name text;
begin
  truncate contacts.contact, contacts.contact_search, contacts.touch, contacts.open_loop,
    contacts.meeting, contacts.attendance cascade;
  for index_name in select name from bench.index_of loop
    execute 'drop index if exists ' || index_name;
  end loop;
end
$$;
