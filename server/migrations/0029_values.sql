-- What the organisation holds dear, beside vision and mission. (`values` is a word of SQL.)
alter table strategy_directions add column values_held text not null default '';
