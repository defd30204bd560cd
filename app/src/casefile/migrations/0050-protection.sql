-- What the keys of files are wrapped by, and what a house draws its other secrets from; both wrapped in their turn by
-- a master key that is not in the database (decision 0064). `retiring`: nothing new is wrapped by it.
create table keystore.wrapping_keys (
  id text primary key,
  master text not null,
  wrapped bytea not null,
  began timestamptz not null default now(),
  retiring timestamptz
);
create table keystore.secrets (
  name text primary key,
  master text not null,
  wrapped bytea not null
);

-- The database itself refuses to let go of a wrapping key while a single key is still wrapped by it. Keys from before
-- are wrapped by one called 'first', whose row is written when the house opens: so they are not checked now.
alter table keystore.keys add column by text not null default 'first';
alter table keystore.keys add constraint keys_by foreign key (by) references keystore.wrapping_keys not valid;
create index on keystore.keys (by);

-- Classes that can be destroyed alone have keys of their own. A destroyed one leaves its number, so that what it
-- sealed is never tried with a later one.
create table keystore.class_keys (
  file uuid not null references keystore.keys on delete cascade,
  class text not null,
  generation smallint not null,
  wrapped bytea,
  by text references keystore.wrapping_keys,
  primary key (file, class, generation),
  check ((wrapped is null) = (by is null))
);
create index on keystore.class_keys (by);

alter table keystore.wrapping_keys enable row level security;
alter table keystore.secrets enable row level security;
alter table keystore.class_keys enable row level security;

-- What the rules of erasing and retention ask: since when there is something of each class, and none of what it says.
-- For whoever may see the file; the house asks in the name of who works on it.
create function sandsage.classes_in(asked uuid[])
  returns table (file uuid, class text, first timestamptz, last timestamptz, events bigint)
  language sql stable security definer set search_path = sandsage, pg_temp as $$
  select f.file, e.class, min(e.recorded_at), max(e.recorded_at), count(*)
  from event_files f join events e on e.seq = f.seq
  where f.file = any(asked) and sees(array[f.file]) group by f.file, e.class
$$;
revoke execute on function sandsage.classes_in(uuid[]) from public;
