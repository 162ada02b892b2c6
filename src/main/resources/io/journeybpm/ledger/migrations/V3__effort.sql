-- What a phase costs the customer: questions asked again, and time.
alter table journey_map add column repeated_questions bigint default 0 not null;
alter table journey_map add column elapsed_millis bigint default 0 not null;

-- Added up anew from the cases, where both are known.
delete from journey_map;
update journey_map_progress set up_to = timestamp with time zone '1970-01-01 00:00:00+00';
