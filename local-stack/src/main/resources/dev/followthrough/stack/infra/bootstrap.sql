-- Roles and schemas of Followthrough: the one source for the local stack, the tests and compose.
-- Idempotent; run by a superuser in the product's database. The passwords are psql variables:
--   psql -v contacts_owner_password=… -v contacts_app_password=… (and so on) -f bootstrap.sql
-- Per service: <s>_owner owns the schema and migrates it, <s>_app reads and writes its rows.

do $$
declare
  service text;
  role_name text;
begin
  foreach service in array array['contacts', 'commitments', 'notifications'] loop
    foreach role_name in array array[service || '_owner', service || '_app'] loop
      if not exists (select from pg_roles where rolname = role_name) then
        execute format('create role %I', role_name);
      end if;
    end loop;
  end loop;
end
$$;

alter role contacts_owner login nosuperuser nocreatedb nocreaterole nobypassrls password :'contacts_owner_password';
alter role contacts_app login nosuperuser nocreatedb nocreaterole nobypassrls password :'contacts_app_password';
alter role commitments_owner login nosuperuser nocreatedb nocreaterole nobypassrls password :'commitments_owner_password';
alter role commitments_app login nosuperuser nocreatedb nocreaterole nobypassrls password :'commitments_app_password';
alter role notifications_owner login nosuperuser nocreatedb nocreaterole nobypassrls password :'notifications_owner_password';
alter role notifications_app login nosuperuser nocreatedb nocreaterole nobypassrls password :'notifications_app_password';

revoke all on schema public from public;

-- Search wants these, and the services' roles may not make them.
create schema if not exists extensions;
create extension if not exists pg_trgm with schema extensions;
create extension if not exists unaccent with schema extensions;
create extension if not exists btree_gin with schema extensions;
grant usage on schema extensions to contacts_owner, contacts_app;

do $$
declare
  service text;
  owner_role text;
  app_role text;
begin
  execute format('revoke all on database %I from public', current_database());
  foreach service in array array['contacts', 'commitments', 'notifications'] loop
    owner_role := service || '_owner';
    app_role := service || '_app';
    execute format('grant connect on database %I to %I, %I', current_database(), owner_role, app_role);
    execute format('create schema if not exists %I authorization %I', service, owner_role);
    execute format('revoke all on schema %I from public', service);
    execute format('grant usage on schema %I to %I', service, app_role);
    execute format('alter role %I in database %I set search_path = %I', owner_role, current_database(), service);
    execute format('alter role %I in database %I set search_path = %I', app_role, current_database(), service);
    execute format('alter default privileges for role %I revoke execute on functions from public', owner_role);
    execute format('alter default privileges for role %I in schema %I grant select, insert, update, delete on tables to %I',
      owner_role, service, app_role);
    execute format('alter default privileges for role %I in schema %I grant usage on sequences to %I',
      owner_role, service, app_role);
    execute format('alter default privileges for role %I in schema %I grant execute on functions to %I',
      owner_role, service, app_role);
  end loop;
end
$$;
