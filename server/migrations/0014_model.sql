-- Who held a position when: kept by the database itself, whoever fills or vacates one. With it the chart can be seen as it was.
create table organisation_position_holders (
  organisation_id uuid not null references organisations on delete cascade, position_id uuid not null, person_id uuid not null, since timestamptz not null, until timestamptz, check (until is null or until >= since),
  primary key (organisation_id, position_id, since, person_id), foreign key (organisation_id, position_id) references organisation_positions on delete cascade
);
select protect_tenancy('organisation_position_holders');

create function keep_position_holder() returns trigger language plpgsql as $$
declare moment timestamptz := case when tg_op = 'INSERT' then new.created_at else clock_timestamp() end;
begin
  if tg_op = 'UPDATE' then
    if new.person_id is not distinct from old.person_id then return null; end if;
    update organisation_position_holders set until = greatest(since, coalesce(new.vacant_since, moment))
      where organisation_id = new.organisation_id and position_id = new.id and until is null;
  end if;
  if new.person_id is not null then
    insert into organisation_position_holders (organisation_id, position_id, person_id, since) values (new.organisation_id, new.id, new.person_id, moment)
      on conflict (organisation_id, position_id, since, person_id) do update set until = null;
  end if;
  return null;
end $$;
create trigger keep_holder after insert or update of person_id on organisation_positions for each row execute function keep_position_holder();

select set_config('app.maintenance', 'on', true);
insert into organisation_position_holders (organisation_id, position_id, person_id, since)
  select organisation_id, id, person_id, created_at from organisation_positions where person_id is not null;
select set_config('app.maintenance', '', true);
