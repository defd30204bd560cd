-- The Merkle tree over the log: leaves, some inner nodes, the right edge, signed checkpoints.
-- docs/decisions/0061. Nothing here says what an event is about.

-- Committed events that have no leaf yet. Filled in the transaction of the event, so no number is ever missed.
create table sandsage.log_waiting (seq bigint primary key);

create or replace function sandsage.file_event() returns trigger language plpgsql
  security definer set search_path = sandsage, pg_temp as $$
begin
  insert into event_files select distinct file, new.seq from unnest(new.about) as file;
  insert into log_waiting values (new.seq);
  return null;
end $$;
insert into sandsage.log_waiting select seq from sandsage.events;

-- No foreign key: it would lock and so rewrite the row of every event once more. Verification looks instead.
create table sandsage.log_leaves (
  index bigint primary key check (index >= 0),
  seq bigint not null unique,
  id uuid not null,
  hash bytea not null check (length(hash) = 32)
);

-- Roots of whole subtrees of 2^8, 2^16, ... leaves; what lies between is computed when a proof is asked for.
create table sandsage.log_nodes (
  level smallint not null check (level > 0 and level % 8 = 0),
  index bigint not null check (index >= 0),
  hash bytea not null check (length(hash) = 32),
  primary key (level, index)
);

-- One row: which log this is, and the roots of its whole subtrees from the largest to the last leaf.
create table sandsage.log_edge (
  one boolean primary key default true check (one),
  origin text not null,
  size bigint not null,
  hashes bytea not null
);

create table sandsage.log_checkpoints (
  number bigint primary key check (number >= 1),
  size bigint not null,
  note text not null,
  at timestamptz not null default now()
);
create index on sandsage.log_checkpoints (size);

-- Public keys, for everybody and for ever; the one without an end signs.
create table sandsage.log_keys (
  verifier text primary key,
  began timestamptz not null default now(),
  ended timestamptz
);
create table keystore.signing_keys (
  verifier text primary key references sandsage.log_keys,
  wrapped bytea not null
);

alter table sandsage.log_waiting enable row level security;
alter table sandsage.log_leaves enable row level security;
alter table sandsage.log_nodes enable row level security;
alter table sandsage.log_edge enable row level security;
alter table sandsage.log_checkpoints enable row level security;
alter table sandsage.log_keys enable row level security;
alter table keystore.signing_keys enable row level security;
