-- Handoffs with what their receivers must be told and how long the customer waited; facts with who told them.
alter table journey_handoff add column requires varchar(2000);
alter table journey_handoff add column waited_millis bigint;
alter table journey_fact add column told_by varchar(255);

-- Facts a touchpoint was left without: by contact, and of a case.
alter table journey_contact add column forgotten_facts integer default 0 not null;
alter table journey_case add column forgotten_facts integer default 0 not null;

alter table journey_map add column handoffs_without_brief bigint default 0 not null;

-- Added up anew from the contacts: what is between two parties was not added up before.
delete from journey_map;
update journey_map_progress set up_to = timestamp with time zone '1970-01-01 00:00:00+00';
