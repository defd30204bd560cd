-- Who asks is proven to the database, and what they may see is asked in a way a planner can use (decision 0063).

-- Drawn from the house's own secret when it opens: what a statement of who asks is signed with. The owner's alone.
create table keystore.statement_key (
  one boolean primary key default true check (one),
  key bytea not null check (length(key) = 32)
);
alter table keystore.statement_key enable row level security;

-- What the walls were last built from, so that opening a second process touches none that stand.
create table sandsage.walls (
  one boolean primary key default true check (one),
  built text not null
);
alter table sandsage.walls enable row level security;

alter table sandsage.assignments
  add column begins timestamptz,
  add column emergency boolean not null default false,
  -- A later assignment of the same person to the same stands in its place.
  add column replaced boolean not null default false,
  -- The place in the log of the event it rests on.
  add column seq bigint,
  drop constraint assignments_scope_check,
  add constraint assignments_scope_check check (scope in ('house', 'operation', 'file', 'family', 'region'));

-- What a file is covered by: itself, its operation, its families, the region it is placed in. Written with the file
-- and by events; `seq` is the place in the log of the last word on it, so a log read again changes nothing.
create table sandsage.file_scopes (
  file uuid not null,
  scope uuid not null,
  kind text not null check (kind in ('own', 'family', 'region')),
  here boolean not null default true,
  seq bigint not null default 0,
  primary key (file, scope)
);
-- Of an operation of 20,000 files it is asked by every question: so from the index alone.
create index file_scopes_covering on sandsage.file_scopes (scope, file) where here;
alter table sandsage.file_scopes enable row level security;

create function sandsage.scope_file() returns trigger language plpgsql
  security definer set search_path = sandsage, pg_temp as $$
begin
  insert into file_scopes (file, scope, kind) values (new.id, new.id, 'own') on conflict do nothing;
  if new.operation is not null then
    insert into file_scopes (file, scope, kind) values (new.id, new.operation, 'own') on conflict do nothing;
  end if;
  return null;
end $$;
create trigger scope_file after insert on sandsage.files for each row execute function sandsage.scope_file();

-- The files that have no row yet: those from before, and those of a backup from before.
create function sandsage.scope_files() returns void language sql
  security definer set search_path = sandsage, pg_temp as $$
  insert into file_scopes (file, scope, kind)
  select f.id, scope, 'own' from files f cross join lateral unnest(array[f.id, f.operation]) as scope
  where scope is not null
  on conflict do nothing
$$;
revoke execute on function sandsage.scope_files() from public;
select sandsage.scope_files();

-- The children of one operation placed in one region are a scope like any other.
create function sandsage.region_scope(operation uuid, region text) returns uuid language sql immutable
  as $$ select md5(operation || ' ' || region)::uuid $$;

-- Whom the house says it stands for, in this role: '' for nobody, null where no statement of the house is given.
-- "role|actor|second|sha256(key + sha256(key + role|actor|second))": the inner digest keeps it from being lengthened.
create function sandsage.stated() returns text language plpgsql stable
  security definer set search_path = pg_catalog, pg_temp as $$
declare
  said text[] := string_to_array(current_setting('sandsage.stands', true), '|');
  secret bytea;
begin
  if said is null or cardinality(said) <> 4 or said[1] <> current_setting('role') then return null; end if;
  select key into secret from keystore.statement_key;
  if secret is null or said[4] <> encode(sha256(secret || sha256(secret ||
    convert_to(said[1] || '|' || said[2] || '|' || said[3], 'utf8'))), 'hex') then return null; end if;
  -- Made when the transaction began or in its course; the rest is how far two clocks may be apart.
  if said[3]::bigint not between extract(epoch from now())::bigint - 900 and extract(epoch from now())::bigint + 7200
    then return null; end if;
  return said[2];
end $$;

create function sandsage.stands() returns boolean language sql stable
  as $$ select sandsage.stated() is not null $$;

create or replace function sandsage.actor() returns uuid language sql stable
  as $$ select nullif(sandsage.stated(), '')::uuid $$;

create function sandsage.whole() returns boolean language plpgsql stable
  security definer set search_path = sandsage, pg_temp as $$
declare me uuid := actor();
begin
  return me is not null and exists (select 1 from assignments a
    where a.actor = me and a.scope = 'house' and not a.replaced
      and (a.begins is null or a.begins <= now()) and (a.until is null or a.until > now()));
end $$;

create function sandsage.scopes() returns uuid[] language plpgsql stable
  security definer set search_path = sandsage, pg_temp as $$
declare me uuid := actor();
begin
  if me is null then return '{}'; end if;
  return array(select a.scope_id from assignments a
    where a.actor = me and a.scope_id is not null and not a.replaced
      and (a.begins is null or a.begins <= now()) and (a.until is null or a.until > now()));
end $$;

-- For functions that look past the wall in somebody's name, and for the few rows that are added. Row security itself
-- asks `whole()` and `file_scopes`, once for a whole question instead of once a row.
create or replace function sandsage.covers(files uuid[]) returns bigint language plpgsql stable
  security definer set search_path = sandsage, pg_temp as $$
declare mine uuid[];
begin
  if whole() then return cardinality(files); end if;
  mine := scopes();
  return (select count(*) from unnest(files) as asked(id)
    where exists (select 1 from file_scopes s where s.file = asked.id and s.here and s.scope = any(mine)));
end $$;

create or replace function sandsage.works_on(operation uuid) returns boolean language sql stable
  as $$ select sandsage.whole() or coalesce(operation = any(sandsage.scopes()), false) $$;

-- These look past the wall for whoever the house says is asking; without its word, for nobody but the owner.
create or replace function sandsage.file_kinds(wanted uuid[])
  returns table (id uuid, kind text, operation uuid)
  language sql stable security definer set search_path = sandsage, pg_temp as $$
  select f.id, f.kind, f.operation from files f
  where f.id = any(wanted) and (current_setting('role') = 'none' or stands())
$$;
-- Almost every file is its own: then two looks by an index answer, and nothing is followed up or down.
create or replace function sandsage.merged_files(asked uuid[]) returns table (file uuid, root uuid)
  language plpgsql stable security definer set search_path = sandsage, pg_temp as $$
begin
  if current_setting('role') <> 'none' and not stands() then return; end if;
  if not exists (select 1 from merges m where m.other = any(asked))
    and not exists (select 1 from merges m where m.keep = any(asked)) then
    return query select distinct one.id, one.id from unnest(asked) as one(id);
    return;
  end if;
  return query
  with recursive up as (
    select one.id as start, one.id as at from unnest(asked) as one(id)
    union select up.start, m.keep from up join merges m on m.other = up.at
  ), roots as (
    select distinct up.at as root from up where not exists (select 1 from merges m where m.other = up.at)
  ), down as (
    select roots.root as file, roots.root from roots
    union select m.other, down.root from down join merges m on m.keep = down.file
  )
  select down.file, down.root from down;
end $$;

-- That somebody opened a file is no part of it: a file is read without its openings, which have a read table.
create or replace function sandsage.file_event() returns trigger language plpgsql
  security definer set search_path = sandsage, pg_temp as $$
begin
  if new.class <> 'opening' then
    insert into event_files select distinct file, new.seq from unnest(new.about) as file;
  end if;
  insert into log_waiting values (new.seq);
  return null;
end $$;
delete from sandsage.event_files f using sandsage.events e where e.seq = f.seq and e.class = 'opening';
