-- The circle of a contact, and whether it is removed, stand among the facets of its search row: a page by
-- circle and tag reads the rows that fit both, and not all of the circle and all of the tag, which lie
-- scattered among other owners' rows. Both functions are those of the review with that changed.

-- loads pg_trgm, without which its setting is unknown to this session
do $$ begin perform extensions.similarity('', ''); end $$;

-- The one place that says which words of a contact count, and how much: names, then work, then
-- topics, then private words. A facet is 'kind:words': a tag as it is in lower case, a city as a whole, of
-- the others each word; 'circle:NAME'; or 'removed'. A location such as "London, UK" is found by each of
-- its parts.
create or replace function index_contact(of_contact contact) returns void
  language plpgsql
  set search_path = contacts, pg_temp
  as $$
declare
  details jsonb := of_contact.details;
  named text := search_form(concat_ws(' ',
    of_contact.name, details->>'givenName', details->>'familyName'));
  work text := search_form(concat_ws(' ', details->>'organisation', details->>'role'));
  topics text := search_form((
    select string_agg(entry, ' ')
    from unnest(array['tags', 'likes', 'expertise', 'sharedInterests', 'needs', 'offers']) field,
      jsonb_array_elements_text(details->field) entry));
  secret text := search_form(left((
    select string_agg(entry #>> '{}', ' ')
    from jsonb_path_query(of_contact.private_notes, '$.*[*].text') entry), 100000));
  open_words tsvector := setweight(to_tsvector('simple', named), 'A')
    || setweight(to_tsvector('simple', work), 'B')
    || setweight(to_tsvector('simple', coalesce(topics, '')), 'C');
begin
  insert into contact_search (owner_id, id, words, all_words, fuzzy, facets)
  values (
    of_contact.owner_id, of_contact.id, open_words,
    case when secret <> '' then open_words || setweight(to_tsvector('simple', secret), 'D') end,
    concat_ws(' ', named, work, topics),
    array(
      select 'circle:' || of_contact.circle
      union
      select 'removed' where of_contact.removed_at is not null
      union
      select 'tag:' || lower(entry) from jsonb_array_elements_text(details->'tags') entry
      union
      select 'city:' || left(search_form(entry), 200)
      from unnest(string_to_array(details->>'location', ',')) entry where search_form(entry) <> ''
      union
      select kind || ':' || left(word, 100)
      from (values ('expertise', 'expertise'), ('need', 'needs'), ('offer', 'offers'))
          as kinds (kind, field),
        jsonb_array_elements_text(details->field) entry,
        unnest(string_to_array(search_form(entry), ' ')) word
      where word <> ''))
  on conflict (owner_id, id) do update set words = excluded.words, all_words = excluded.all_words,
    fuzzy = excluded.fuzzy, facets = excluded.facets;
end
$$;

-- A part of the current owner's contacts that fit what is asked, the best first, else the newest. It
-- runs as the tables' owner, because full-text and trigram operators are not leakproof and so use no
-- index under row-level security; it says whose rows itself. The caller reads the contacts by these
-- ids, where row-level security holds. Asked, all but removed, private and limit may be absent: q, tag,
-- expertise, need, offer, city, circle, silentBefore, removed, private, afterRank, afterId, limit.
create or replace function find_contacts(asked jsonb)
  returns table (contact_id uuid, rank integer)
  language plpgsql stable security definer rows 50
  set search_path = contacts, extensions, pg_temp
  set pg_trgm.word_similarity_threshold = 0.44
  -- parts hold other owners' rows too
  set enable_seqscan = off
  as $$
declare
  me uuid := current_setting('app.owner')::uuid;
  facets text[] := array(
    select 'circle:' || (asked->>'circle') where asked ? 'circle'
    union
    select 'removed' where (asked->>'removed')::boolean
    union
    select 'tag:' || lower(asked->>'tag') where asked ? 'tag'
    union
    select 'city:' || left(search_form(asked->>'city'), 200) where asked ? 'city'
    union
    select kind || ':' || left(word, 100)
    from unnest(array['expertise', 'need', 'offer']) kind,
      unnest(string_to_array(search_form(asked->>kind), ' ')) word
    where word <> '');
  private_too boolean := (asked->>'private')::boolean;
  conditions text := '';
  joined text := '';
  score text := '0';
  word text;
  prefixed text;
  swapped text;
  matches text;
begin
  -- words of which nothing is left to look for are nobody's
  if exists (
    select from unnest(array['q', 'expertise', 'need', 'offer', 'city']) kind
    where asked ? kind and search_form(asked->>kind) = '')
  then
    return;
  end if;
  if facets <> '{}' then
    conditions := format(' and s.facets @> %L', facets);
  end if;
  -- literals, not parameters: the plan is for these words and for this owner's part
  for word in
    select distinct w from unnest(string_to_array(search_form(asked->>'q'), ' ')) w where w <> ''
  loop
    prefixed := format('to_tsquery(''simple'', %L)', word || ':*');
    matches := format('s.words @@ %s', prefixed);
    if private_too then
      matches := format('(%s or s.all_words @@ %s)', matches, prefixed);
    end if;
    score := score || format(
      ' + case when %1$s then ts_rank(''{0.1, 0.3, 0.6, 1}'', %2$s, %3$s)'
        ' + case when %2$s @@ to_tsquery(''simple'', %4$L) then 1 else 0 end',
      matches, case when private_too then 'coalesce(s.all_words, s.words)' else 's.words' end,
      prefixed, word);
    -- shorter words resemble too many others; two letters swapped change most trigrams of a short one
    if length(word) >= 4 then
      select string_agg(
          overlay(word placing substr(word, at + 1, 1) || substr(word, at, 1) from at for 2), ' | ')
        into swapped from generate_series(1, least(length(word), 30) - 1) at;
      matches := format('(%s or s.fuzzy %%> %L or s.words @@ to_tsquery(''simple'', %L))',
        matches, word, swapped);
      score := score || format(' else 0.05 * word_similarity(%L, s.fuzzy)', word);
    end if;
    score := score || ' end';
    conditions := conditions || ' and ' || matches;
  end loop;
  if not coalesce((asked->>'removed')::boolean, false) then
    conditions := conditions || ' and not s.facets @> ''{removed}''';
  end if;
  if asked ? 'silentBefore' then
    joined := ' join contact c on c.owner_id = s.owner_id and c.id = s.id';
    conditions := conditions
      || format(' and c.owner_id = %L and c.quiet_since < %L', me, asked->>'silentBefore');
  end if;
  return query execute format(
    'select id, rank from (
       select s.id, round(1000 * (%1$s))::integer as rank
       from contact_search s%6$s
       where s.owner_id = %2$L%3$s) found%4$s
     order by rank desc, id desc limit %5$s',
    score, me, conditions,
    case when asked ? 'afterId'
      then format(' where (rank, id) < (%s, %L)',
        (asked->>'afterRank')::integer, (asked->>'afterId')::uuid)
      else '' end,
    (asked->>'limit')::integer,
    joined);
end
$$;

-- whoever became somebody else is not looked for
drop trigger contact_is_changed on contact;
create trigger contact_is_changed after update on contact
  for each row
  when (new.merged_into is null
    and (new.name is distinct from old.name or new.details is distinct from old.details
      or new.private_notes is distinct from old.private_notes or new.circle <> old.circle
      or (new.removed_at is null) <> (old.removed_at is null)))
  execute function index_changed_contact();

update contact_search search
  set facets = search.facets || array['circle:' || contact.circle]
    || case when contact.removed_at is null then '{}'::text[] else '{removed}' end
  from contact
  where contact.owner_id = search.owner_id and contact.id = search.id;
