-- Files of one person. `merges` is a read table made when the house opens; these functions look into it only
-- when they are called.

-- Of each file asked for: the file it is read as, and every file read as that one. Ids alone.
create function sandsage.merged_files(asked uuid[]) returns table (file uuid, root uuid)
  language plpgsql stable security definer set search_path = sandsage, pg_temp as $$
begin
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

-- What was written about files that could not go under another id: stations by their name, a request as such.
-- It tells whoever sees all of them, and shows nothing of what was written.
create function sandsage.stands_in(files uuid[]) returns table (what text)
  language plpgsql stable security definer set search_path = sandsage, pg_temp as $$
begin
  if not sees_all(files) then return; end if;
  return query
  select distinct case when e.type = 'tracing.requested' then 'request' else split_part(e.type, '.', 1) end
  from event_files f join events e on e.seq = f.seq
  where f.file = any(files) and (e.type = 'tracing.requested'
    or split_part(e.type, '.', 1) in ('evidence', 'clearance', 'evacuation', 'reintegration', 'publication'))
  order by 1;
end $$;
