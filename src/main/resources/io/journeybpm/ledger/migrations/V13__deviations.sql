-- What went wrong at a place, each contact once. Where cases left the drawn way is told by new scopes, which need no column.
alter table journey_map add column failures bigint default 0 not null;

-- Added up anew from the cases, where all of it is known.
delete from journey_map;
update journey_map_progress set up_to = timestamp with time zone '1970-01-01 00:00:00+00';
