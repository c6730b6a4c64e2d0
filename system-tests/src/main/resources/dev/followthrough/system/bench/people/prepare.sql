-- What the tables are filled from: 30,000 people, who sits at which of :total places, and which words
-- each person is found by. Everything follows from numbers, so that each run has the same rows.
drop schema if exists bench cascade;
create schema bench;

-- One of several, by a number and a salt.
create function bench.pick(of_these text[], n integer, salt integer) returns text
  language sql immutable parallel safe
  return of_these[1 + (hashint4(n * 97 + salt) & 2147483647) % cardinality(of_these)];

create unlogged table bench.person as
with said as (
  select n as t,
    bench.pick(string_to_array('Ada Amara Anika Arne Aisha Bela Bruno Carla Chidi Clara Dario Deniz'
      ' Dora Edgar Elif Emil Esther Farid Fatima Felix Freya Gita Goran Greta Hana Hugo Ines Ivan'
      ' Jana Jonas Kaito Karim Keiko Lara Leon Lina Luca Maja Malik Maria Marta Mila Nadia Nils'
      ' Noor Olga Omar Otto Paula Petra Rafael Ravi Rosa Samir Sofia Tariq Thea Ugo Vera Yara',
      ' '), n, 1) as given,
    bench.pick(string_to_array('Ander Bak Berg Brand Casti Chand Dahl Dubro Eriks Falken Fern Gar'
      ' Grim Hart Haver Holm Ishi Jakob Kalin Keller Kova Lang Linde Love Marchet Mensa Moren Nak'
      ' Nowak Oka Olive Peder Petro Quin Rasmu Ricci Rosen Sato Schmid Silve Stein Sund Tanak Ter'
      ' Tomlin Ulri Valen Varga Weber Winter Yama Zim', ' '), n, 2)
      || bench.pick(string_to_array('son sen er ez ini ova ström mann ura ard lace bury field quist'
      ' heim feld', ' '), n, 3) as family,
    bench.pick(string_to_array('North Blue River Stone Bright Open Civic Harbour Summit Cedar'
      ' Copper Lumen Orbit Prisma Quartz', ' '), n, 4) || ' '
      || bench.pick(string_to_array('Works Labs Partners Foundation Studio Systems Press Health'
      ' Energy Mobility Capital School', ' '), n, 5) as organisation,
    bench.pick(string_to_array('designer engineer editor founder nurse teacher architect lawyer'
      ' researcher producer recruiter analyst treasurer curator baker', ' '), n, 6) as role,
    bench.pick(string_to_array('London, UK;Berlin, Germany;Lagos, Nigeria;Oslo, Norway;Lyon,'
      ' France;Pune, India;Osaka, Japan;Porto, Portugal;Quito, Ecuador;Turin, Italy;Zürich,'
      ' Switzerland;Gdańsk, Poland', ';'), n, 7) as location,
    string_to_array('cycling chess gardening jazz pottery sailing hiking poetry robotics baking'
      ' astronomy theatre climbing film printing weaving', ' ') as interests,
    string_to_array('pricing;grant writing;interface design;data protection;fundraising;facilitation;'
      'accessibility;supply chains;public speaking;hiring;water treatment;battery recycling;'
      'type design;market research;bookkeeping;translation', ';') as skills,
    string_to_array('mentor alumni conference2024 conference2025 investor press board neighbour'
      ' volunteer supplier client former-colleague speaker podcast choir local', ' ') as tags,
    (hashint4(n * 97 + 8) & 2147483647) % 100 as lot
  from generate_series(1, 30000) n)
select t, given || ' ' || family as name,
  case when lot < 1 then 'INNER' when lot < 6 then 'ACTIVE' when lot < 66 then 'ACQUAINTANCE'
    when lot < 96 then 'DORMANT' else 'RELEASED' end as circle,
  jsonb_build_object(
    'name', given || ' ' || family, 'givenName', given, 'familyName', family,
    'emails', jsonb_build_array(format('%s.%s@example.org', lower(given), t)),
    'organisation', organisation, 'role', role, 'location', location,
    'origin', jsonb_build_object('kind', 'event', 'place', organisation || ' evening',
      'talkedAbout', bench.pick(interests, t, 9)),
    'tags', jsonb_build_array(bench.pick(tags[1:8], t, 10), bench.pick(tags[9:], t, 11)),
    'likes', jsonb_build_array(bench.pick(interests[1:8], t, 12), bench.pick(interests[9:], t, 13)),
    'expertise', jsonb_build_array(bench.pick(skills, t, 14)),
    'sharedInterests', jsonb_build_array(bench.pick(interests, t, 15)),
    'needs', jsonb_build_array(bench.pick(skills, t, 16) || ' for ' || role || 's'),
    'offers', jsonb_build_array(bench.pick(skills, t, 17))) as details,
  case when t % 3 = 0 then jsonb_build_object('notes', jsonb_build_array(jsonb_build_object(
      'date', '2025-03-01', 'text', format('Spoke about %s and the %s; wants to hear of %s in spring.',
        bench.pick(interests, t, 18), bench.pick(skills, t, 19), bench.pick(skills, t, 20)))))
    else '{}' end as private_notes
from said;

-- The owners of the rest have 300 to 3,000 contacts each. The last one shares our owner's part.
create unlogged table bench.owner as
select n as j, md5('owner ' || n)::uuid as owner_id
from generate_series(0, greatest(1, (:total - 30000) / 1650) - 1) n;
update bench.owner set owner_id = (
  select candidate from (select md5('neighbour ' || n)::uuid as candidate
    from generate_series(1, 10000) n) candidates
  where satisfies_hash_partition('contacts.contact_search'::regclass, 64, (
      select part from generate_series(0, 63) part
      where satisfies_hash_partition('contacts.contact_search'::regclass, 64, part, ':own'::uuid)),
    candidate)
  limit 1)
where j = (select max(j) from bench.owner);

-- Who was added when: our owner's contacts lie among the others' as in a table that grew. Of an owner
-- at the share x of all there are 300 + 2700 x; that is turned round to find x by a number.
create unlogged table bench.place as
with ours as (select (t::bigint * :total / 30000)::integer as g, t from generate_series(1, 30000) t),
owners as (select count(*) as all_of_them from bench.owner),
placed as (
  select g, ours.t is not null as own,
    coalesce(ours.t, 1 + (hashint4(g) & 2147483647) % 30000) as t,
    least(all_of_them - 1, floor(all_of_them * (sqrt(90000 + 8910000 *
      ((hashint4(g + 2000000) & 2147483647) / 2147483648.0::float8)) - 300) / 2700))::integer as j
  from generate_series(1, :total) g left join ours using (g) cross join owners)
select g, own, t, case when own then ':own'::uuid else owner_id end as owner_id,
  (lpad(to_hex(1704067200000 + g * (63072000000 / :total)), 12, '0') || '7'
    || substr(md5(g::text), 1, 3) || '8' || substr(md5(g::text), 4, 15))::uuid as id,
  timestamptz '2024-01-01' + g * (interval '730 days' / :total) as added_at
from placed join bench.owner using (j) order by g;
analyze bench.person, bench.place;
