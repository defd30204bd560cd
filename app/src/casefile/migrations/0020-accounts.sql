-- What the door asks of an account: its ways to sign in, its sessions, and what slows a guesser down.
-- What happened to an account is in the log, as events of class 'account' about a file of kind 'account'.

alter table sandsage.accounts add column ended timestamptz;

alter table sandsage.sign_in_links
  -- Begins a session that can only set up a way to sign in.
  add column sets_up boolean not null default false,
  -- Approved by two administrators: takes the old ways and sessions away when it is used.
  add column recovers boolean not null default false;
create index on sandsage.sign_in_links (actor) where ended is null;

alter table sandsage.sessions
  add column id uuid not null unique default gen_random_uuid(),
  add column seen timestamptz not null default now(),
  -- When its person last proved who they are.
  add column proved timestamptz,
  add column how text not null default 'link',
  add column device text not null default '',
  add column address text not null default '',
  add column setting_up boolean not null default false;
create index on sandsage.sessions (actor) where ended is null;

create table sandsage.passkeys (
  id uuid primary key,
  actor uuid not null references sandsage.accounts,
  credential text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  made timestamptz not null default now(),
  used timestamptz
);
create index on sandsage.passkeys (actor);

-- Password and one-time-code secret, sealed together with the account's key. `last_code` is the time step of the
-- last code taken: none at or before it is taken again.
create table sandsage.passwords (
  actor uuid primary key references sandsage.accounts,
  name_hash text not null unique,
  sealed bytea not null,
  last_code bigint not null,
  made timestamptz not null default now(),
  used timestamptz
);
create table sandsage.recovery_codes (
  hash text primary key,
  actor uuid not null references sandsage.accounts,
  used timestamptz
);
create index on sandsage.recovery_codes (actor);

-- Who an identity provider's subject, or an e-mail address it has verified, is here. Both only as keyed hashes.
create table sandsage.identities (
  id uuid primary key,
  actor uuid not null references sandsage.accounts,
  issuer text not null,
  subject_hash text,
  email_hash text,
  made timestamptz not null default now(),
  used timestamptz,
  unique (issuer, subject_hash),
  unique (issuer, email_hash),
  check (subject_hash is not null or email_hash is not null)
);
create index on sandsage.identities (actor);

-- A browser that signed in before; failures from elsewhere do not slow it down.
create table sandsage.known_devices (
  hash text primary key,
  actor uuid not null references sandsage.accounts,
  used timestamptz not null default now()
);
create index on sandsage.known_devices (actor);

create table sandsage.sign_in_attempts (
  key text primary key,
  -- The name that was tried, as a keyed hash; null for an address as a whole.
  name_hash text,
  failures int not null,
  last timestamptz not null,
  until timestamptz not null
);
create index on sandsage.sign_in_attempts (last);
create index on sandsage.sign_in_attempts (name_hash);

-- A question the door asked and awaits the answer to; taken out when it is answered, so it is answered once.
create table sandsage.sign_in_challenges (
  hash text primary key,
  kind text not null,
  actor uuid references sandsage.accounts,
  detail jsonb not null,
  expires timestamptz not null
);
create index on sandsage.sign_in_challenges (expires);

-- What two administrators decide together.
create table sandsage.account_requests (
  id uuid primary key,
  account uuid not null references sandsage.accounts,
  what text not null check (what in ('recovery', 'wholeHouse')),
  asked_by uuid references sandsage.accounts,
  asked_at timestamptz not null default now(),
  answered_by uuid references sandsage.accounts,
  answered_at timestamptz,
  approved boolean,
  check ((answered_at is null) = (approved is null)),
  check (answered_by is null or (answered_by <> asked_by and answered_by <> account))
);
create unique index on sandsage.account_requests (account, what) where answered_at is null;

-- What an account's owner is told when they next come in.
create table sandsage.account_notices (
  id uuid primary key,
  actor uuid not null references sandsage.accounts,
  code text not null,
  detail jsonb not null,
  at timestamptz not null default now(),
  seen timestamptz
);
create index on sandsage.account_notices (actor) where seen is null;

alter table sandsage.passkeys enable row level security;
alter table sandsage.passwords enable row level security;
alter table sandsage.recovery_codes enable row level security;
alter table sandsage.identities enable row level security;
alter table sandsage.known_devices enable row level security;
alter table sandsage.sign_in_attempts enable row level security;
alter table sandsage.sign_in_challenges enable row level security;
alter table sandsage.account_requests enable row level security;
alter table sandsage.account_notices enable row level security;

-- Whose session a token's hash is: asked at every request, so one question by one index. Written at most once a minute.
create function sandsage.find_session(wanted text)
  returns table (id uuid, name text, profession text, language text, session uuid, fresh boolean, setting_up boolean)
  language sql volatile security definer set search_path = sandsage, pg_temp as $$
  with found as (
    select a.id, a.name, a.profession, a.language, s.id as session, s.hash, s.seen, s.setting_up,
      coalesce(s.proved > now() - interval '5 minutes', false) as fresh
    from sessions s join accounts a on a.id = s.actor
    where s.hash = wanted and s.ended is null and s.expires > now()
      and s.seen > now() - interval '60 minutes' and a.ended is null
  ), touched as (
    update sessions set seen = now() from found
    where sessions.hash = found.hash and found.seen < now() - interval '1 minute'
  )
  select found.id, found.name, found.profession, found.language, found.session, found.fresh, found.setting_up from found
$$;
revoke execute on function sandsage.find_session(text) from public;
