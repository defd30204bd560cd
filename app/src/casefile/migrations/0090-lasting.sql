-- Whoever asks works on all of these otherwise than in an emergency, which is for looking and doing, and for nothing
-- that outlasts it (decision 0067).
create function sandsage.works_lastingly(files uuid[]) returns boolean language plpgsql stable
  security definer set search_path = sandsage, pg_temp as $$
declare
  me uuid := actor();
  mine uuid[];
begin
  if whole() then return true; end if;
  if me is null then return false; end if;
  mine := array(select a.scope_id from assignments a
    where a.actor = me and a.scope_id is not null and not a.replaced and not a.emergency
      and (a.begins is null or a.begins <= now()) and (a.until is null or a.until > now()));
  return not exists (select 1 from unnest(files) as asked(id)
    where not exists (select 1 from file_scopes s where s.file = asked.id and s.here and s.scope = any(mine)));
end $$;

-- A new file belongs to an operation its maker works on: one child, or one family, is none, whatever its number.
create or replace function sandsage.works_on(operation uuid) returns boolean language plpgsql stable
  security definer set search_path = sandsage, pg_temp as $$
declare me uuid := actor();
begin
  return whole() or exists (select 1 from assignments a
    where a.actor = me and a.scope = 'operation' and a.scope_id = works_on.operation and not a.replaced
      and (a.begins is null or a.begins <= now()) and (a.until is null or a.until > now()));
end $$;
