-- Words by which contacts are found. Full text (prefixes), trigrams (typos), accents left out.
-- The extensions are made by the database's bootstrap, in the schema extensions.

-- loads pg_trgm, without which its setting is unknown to this session
do $$ begin perform extensions.similarity('', ''); end $$;

-- Lower case, no accents, letters and digits only: the same for what is said and what is asked.
-- Stable and without settings of its own, so that it is expanded where it is used.
create function search_form(said text) returns text
  language sql stable parallel safe
  as $$
    select trim(regexp_replace(
      lower(extensions.unaccent('extensions.unaccent'::regdictionary, said)),
      '[^[:alnum:]]+', ' ', 'g'))
  $$;

-- One row for each contact. words and fuzzy hold what contacts:read may see. all_words adds the
-- notes and caveats, where there are any, and is looked at for contacts:private only. In parts by
-- owner, so that looking up one owner's words costs the same however many owners there are.
create table contact_search (
  owner_id  uuid     not null,
  id        uuid     not null,
  words     tsvector not null,
  all_words tsvector,
  fuzzy     text     not null,
  facets    text[]   not null,
  primary key (owner_id, id),
  foreign key (owner_id, id) references contact (owner_id, id) on delete cascade
) partition by hash (owner_id);

create index contact_search_words on contact_search using gin (owner_id, words);
create index contact_search_all_words on contact_search using gin (owner_id, all_words)
  where all_words is not null;
create index contact_search_fuzzy on contact_search
  using gin (owner_id, fuzzy extensions.gin_trgm_ops);
create index contact_search_facets on contact_search using gin (owner_id, facets);

alter table contact_search enable row level security;
create policy owner_only on contact_search using (owner_id = current_setting('app.owner')::uuid);

do $$
begin
  for part in 0..63 loop
    execute format('create table contact_search_%s partition of contact_search'
      ' for values with (modulus 64, remainder %s)', part, part);
    execute format('alter table contact_search_%s enable row level security', part);
    execute format('create policy owner_only on contact_search_%s'
      ' using (owner_id = current_setting(''app.owner'')::uuid)', part);
  end loop;
end
$$;

-- The one place that says which words of a contact count, and how much: names, then work, then
-- topics, then private words. A facet is 'kind:words': a tag or a city as a whole, of the others each
-- word. A location such as "London, UK" is found by each of its parts.
create function index_contact(of_contact contact) returns void
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
      select 'tag:' || left(search_form(entry), 200)
      from jsonb_array_elements_text(details->'tags') entry where search_form(entry) <> ''
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

create function index_changed_contact() returns trigger
  language plpgsql
  as $$
begin
  perform contacts.index_contact(new);
  return null;
end
$$;

create trigger contact_is_added after insert on contact
  for each row execute function index_changed_contact();
create trigger contact_is_changed after update on contact
  for each row
  when (new.name is distinct from old.name or new.details is distinct from old.details
    or new.private_notes is distinct from old.private_notes)
  execute function index_changed_contact();

do $$ begin perform index_contact(contact) from contact; end $$;

-- A part of the current owner's contacts that fit what is asked, the best first, else the newest. It
-- runs as the tables' owner, because full-text and trigram operators are not leakproof and so use no
-- index under row-level security; it says whose rows itself. The caller reads the contacts by these
-- ids, where row-level security holds. Asked, all but removed, private and limit may be absent: q, tag,
-- expertise, need, offer, city, circle, silentBefore, removed, private, afterRank, afterId, limit.
create function find_contacts(asked jsonb)
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
    select kind || ':' || left(search_form(asked->>kind), 200)
    from unnest(array['tag', 'city']) kind where asked ? kind
    union
    select kind || ':' || left(word, 100)
    from unnest(array['expertise', 'need', 'offer']) kind,
      unnest(string_to_array(search_form(asked->>kind), ' ')) word
    where word <> '');
  private_too boolean := (asked->>'private')::boolean;
  conditions text := '';
  score text := '0';
  word text;
  prefixed text;
  swapped text;
  matches text;
begin
  -- words of which nothing is left to look for are nobody's
  if exists (
    select from unnest(array['q', 'tag', 'expertise', 'need', 'offer', 'city']) kind
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
  if asked ? 'circle' then
    conditions := conditions || format(' and c.circle = %L', asked->>'circle');
  end if;
  if asked ? 'silentBefore' then
    conditions := conditions || format(' and c.quiet_since < %L', asked->>'silentBefore');
  end if;
  if (asked->>'removed')::boolean then
    conditions := conditions || ' and c.removed_at is not null';
  else
    conditions := conditions || ' and c.removed_at is null';
  end if;
  return query execute format(
    'select id, rank from (
       select c.id, round(1000 * (%1$s))::integer as rank
       from contact_search s join contact c on c.owner_id = s.owner_id and c.id = s.id
       where s.owner_id = %2$L and c.owner_id = %2$L%3$s) found%4$s
     order by rank desc, id desc limit %5$s',
    score, me, conditions,
    case when asked ? 'afterId'
      then format(' where (rank, id) < (%s, %L)',
        (asked->>'afterRank')::integer, (asked->>'afterId')::uuid)
      else '' end,
    (asked->>'limit')::integer);
end
$$;
