-- What protection asks of many files: whose they are is asked once a file and not once an event (decision 0065).
create or replace function sandsage.classes_in(asked uuid[])
  returns table (file uuid, class text, first timestamptz, last timestamptz, events bigint)
  language sql stable security definer set search_path = sandsage, pg_temp as $$
  with theirs as materialized (
    select distinct one.id from unnest(asked) as one(id)
    where (select whole()) or exists (select 1 from file_scopes s
      where s.file = one.id and s.here and s.scope = any((select scopes())::uuid[])))
  select f.file, e.class, min(e.recorded_at), max(e.recorded_at), count(*)
  from theirs join event_files f on f.file = theirs.id join events e on e.seq = f.seq
  group by f.file, e.class
$$;

-- The other files that something recorded of a file is about as well, for whoever may see that file; whether they may
-- see the others is asked by whoever uses it.
create function sandsage.named_with(asked uuid) returns table (file uuid)
  language sql stable security definer set search_path = sandsage, pg_temp as $$
  select distinct other.id from event_files mine join events e on e.seq = mine.seq
    cross join lateral unnest(e.about) as other(id)
  where mine.file = asked and e.class <> 'opening' and other.id <> asked and sees(array[asked])
$$;
revoke execute on function sandsage.named_with(uuid) from public;
