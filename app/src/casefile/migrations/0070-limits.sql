-- How often somebody without an account asked, by a keyed hash of what is counted (decision 0066). Kept here because
-- several processes are one house; of an address nothing stands in clear. Unlogged: after a crash it starts anew.
create unlogged table sandsage.asks (
  key bytea primary key,
  asked int not null,
  until timestamptz not null
);
create index on sandsage.asks (until);
-- Nobody's role reads or writes it; the function below does, as the owner.
alter table sandsage.asks enable row level security;

-- One more: the seconds to wait where that is more than `most` within so many seconds of the first, else 0. Now and
-- then it takes out some of what is over, so that the table stays as small as the traffic.
create function sandsage.count_ask(counted bytea, most int, within int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  found sandsage.asks;
begin
  insert into sandsage.asks as a (key, asked, until)
    values (counted, 1, clock_timestamp() + make_interval(secs => within))
    on conflict (key) do update set
      asked = case when a.until <= clock_timestamp() then 1 else least(a.asked + 1, most + 1) end,
      until = case when a.until <= clock_timestamp() then excluded.until else a.until end
    returning * into found;
  if random() < 0.02 then
    delete from sandsage.asks where key in
      (select key from sandsage.asks where until < clock_timestamp() limit 500 for update skip locked);
  end if;
  return case when found.asked > most then greatest(1, ceil(extract(epoch from found.until - clock_timestamp())))::int else 0 end;
end $$;
revoke execute on function sandsage.count_ask(bytea, int, int) from public;
