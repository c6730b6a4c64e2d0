-- No agreements, and none of the indexes that are built at once afterwards.
do $$
declare
  index_name text;
begin
  truncate commitments.agreement, commitments.commitment, commitments.told_standing,
    commitments.person cascade;
  delete from commitments.due_work where kind = 'agreement-deadline';
  for index_name in select name from bench.index_of loop
    execute 'drop index if exists ' || index_name;
  end loop;
end
$$;
