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
