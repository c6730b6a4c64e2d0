-- The words of the contacts, and their indexes, built of all rows at once.
set synchronous_commit = off;
set session_replication_role = replica;
set work_mem = '256MB';
set maintenance_work_mem = '256MB';
insert into contacts.contact_search (owner_id, id, words, all_words, fuzzy, facets)
select owner_id, id, words, all_words, fuzzy, facets
from bench.place join bench.found_by using (t) where :which;
call bench.build_indexes('{contacts.contact_search}');
