-- The log, the files it is about, their keys, and who may see them.
-- The owner of these tables is never the role the application works in.

create schema keystore;

create table sandsage.accounts (
  id uuid primary key,
  name text not null,
  profession text not null,
  language text not null check (language in ('kk', 'ru', 'en', 'ar')),
  created timestamptz not null default now()
);

-- Who works on what, until when. The wall asks this table and nothing else.
create table sandsage.assignments (
  id uuid primary key,
  actor uuid not null references sandsage.accounts,
  scope text not null check (scope in ('house', 'operation', 'file')),
  scope_id uuid,
  until timestamptz,
  check ((scope = 'house') = (scope_id is null))
);
create index on sandsage.assignments (actor);

create table sandsage.sign_in_links (
  hash text primary key,
  actor uuid not null references sandsage.accounts,
  expires timestamptz not null,
  ended timestamptz
);
create table sandsage.sessions (
  hash text primary key,
  actor uuid not null references sandsage.accounts,
  began timestamptz not null default now(),
  expires timestamptz not null,
  ended timestamptz
);

-- One row per child, relative, worker, family, operation: an identity and nothing about it.
create table sandsage.files (
  id uuid primary key,
  kind text not null,
  operation uuid,
  created timestamptz not null default now()
);
create index on sandsage.files (operation, kind);

-- Each file's key, wrapped by the master key. Without the row, what is sealed stays sealed for ever.
create table keystore.keys (
  file uuid primary key,
  wrapped bytea not null
);

create table sandsage.events (
  seq bigint generated always as identity primary key,
  id uuid not null unique,
  about uuid[] not null check (cardinality(about) >= 1),
  type text not null,
  class text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  by uuid,
  device text not null,
  sealed bytea,
  open jsonb,
  -- An event about several people is open and carries nothing personal; a sealed one is about one person.
  check ((sealed is null) <> (open is null)),
  check (sealed is null or cardinality(about) = 1)
);

-- Which events speak of a file, by equality: row security keeps an index on the array itself from being used,
-- because the overlap operator is not leakproof, and a file would cost a scan of the whole log.
create table sandsage.event_files (
  file uuid not null,
  seq bigint not null references sandsage.events,
  primary key (file, seq)
);
create function sandsage.file_event() returns trigger language plpgsql
  security definer set search_path = sandsage, pg_temp as $$
begin
  insert into event_files select distinct file, new.seq from unnest(new.about) as file;
  return null;
end $$;
create trigger file_event after insert on sandsage.events for each row execute function sandsage.file_event();

create table sandsage.papers (
  id uuid primary key,
  about uuid not null,
  class text not null,
  sha256 text not null,
  bytes bigint not null,
  sealed bytea not null,
  by uuid,
  recorded_at timestamptz not null default now()
);
create index on sandsage.papers (about);

-- A request that arrives twice (a double click, a lost answer) is answered once and told the same again.
create table sandsage.calls (
  actor text not null,
  key uuid not null,
  operation text not null,
  answer bytea,
  at timestamptz not null default now(),
  primary key (actor, key)
);

create function sandsage.actor() returns uuid language sql stable
  as $$ select nullif(current_setting('sandsage.actor', true), '')::uuid $$;

create function sandsage.covers(files uuid[]) returns bigint
  language sql stable security definer set search_path = sandsage, pg_temp as $$
  select count(*) from unnest(files) as asked(id)
  where exists (
    select 1 from assignments a
    where a.actor = sandsage.actor() and (a.until is null or a.until > now())
      and (a.scope = 'house'
        or (a.scope = 'file' and a.scope_id = asked.id)
        or (a.scope = 'operation' and exists (
          select 1 from files f where f.id = asked.id and f.operation = a.scope_id))))
$$;

-- An open event names several files and identifies no one: seeing one of them is enough to read it,
-- while writing needs every one.
create function sandsage.sees(files uuid[]) returns boolean language sql stable
  as $$ select sandsage.covers(files) > 0 $$;
create function sandsage.sees_all(files uuid[]) returns boolean language sql stable
  as $$ select sandsage.covers(files) = cardinality(files) $$;

create function sandsage.works_on(operation uuid) returns boolean
  language sql stable security definer set search_path = sandsage, pg_temp as $$
  select exists (select 1 from assignments a
    where a.actor = sandsage.actor() and (a.until is null or a.until > now())
      and (a.scope = 'house' or (a.scope = 'operation' and a.scope_id = operation)))
$$;

-- Nobody has written about it yet: the only files that someone without an account may write to.
create function sandsage.is_untouched(file uuid) returns boolean
  language sql stable security definer set search_path = sandsage, pg_temp as $$
  select not exists (select 1 from event_files e where e.file = is_untouched.file)
    and exists (select 1 from files f where f.id = is_untouched.file and f.created > now() - interval '1 minute')
$$;

alter table sandsage.accounts enable row level security;
alter table sandsage.assignments enable row level security;
alter table sandsage.sign_in_links enable row level security;
alter table sandsage.sessions enable row level security;
alter table sandsage.files enable row level security;
alter table sandsage.events enable row level security;
alter table sandsage.event_files enable row level security;
alter table sandsage.papers enable row level security;
alter table sandsage.calls enable row level security;
alter table keystore.keys enable row level security;

-- The projector writes read tables and sees of a file what it is, not what is recorded of it.
create function sandsage.file_kinds(wanted uuid[])
  returns table (id uuid, kind text, operation uuid)
  language sql stable security definer set search_path = sandsage, pg_temp as $$
  select f.id, f.kind, f.operation from files f where f.id = any(wanted)
$$;

-- What was done once and for all in this database, e.g. that the example operation is whole.
create table sandsage.marks (
  name text primary key,
  at timestamptz not null default now()
);
