-- No agreements, and none of the keys and indexes that are built at once afterwards.
do $$
declare
  one record;
begin
  truncate commitments.agreement, commitments.commitment, commitments.told_standing,
    commitments.person cascade;
  delete from commitments.due_work where kind = 'agreement-deadline';
  for one in select * from bench.constraint_of order by is_key loop
    execute format('alter table %s drop constraint if exists %I', one.of_table, one.name);
  end loop;
  for one in select * from bench.index_of loop
    execute 'drop index if exists ' || one.name;
  end loop;
end
$$;
