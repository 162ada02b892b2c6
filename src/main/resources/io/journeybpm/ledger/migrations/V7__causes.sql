-- What makes a case tedious for the customer, and what made it necessary.
alter table journey_case add column conduct_incidents integer default 0 not null;
alter table journey_case add column process_incidents integer default 0 not null;
alter table journey_case add column dead_ends integer default 0 not null;
alter table journey_case add column redirects integer default 0 not null;
alter table journey_case add column extra_inbound_contacts integer default 0 not null;
alter table journey_case add column channel_switches integer default 0 not null;

alter table journey_contact add column redirected_to varchar(255);

-- Which contact another one goes back to, found out after it was recorded; the latest finding holds. Who found it, and
-- why, is in the event of the same number.
create table journey_cause (
    case_id    varchar(64) not null,
    entry      integer     not null,
    contact    integer     not null,
    caused_by  integer     not null,
    written_at timestamp(3) with time zone default current_timestamp not null,
    constraint journey_cause_pk primary key (case_id, contact, entry),
    constraint journey_cause_case_fk foreign key (case_id) references journey_case (case_id)
);
create index journey_cause_written on journey_cause (written_at);

-- Contacts that were tedious and say something about it, by where they were: a touchpoint, or a channel and a party.
create table journey_hindrance (
    case_id     varchar(64)  not null,
    entry       integer      not null,
    journey     varchar(255) not null,
    touchpoint  varchar(255) not null,
    channel     varchar(16)  not null,
    party       varchar(255) not null,
    occurred_at timestamp(3) with time zone not null,
    constraint journey_hindrance_pk primary key (case_id, entry),
    constraint journey_hindrance_case_fk foreign key (case_id) references journey_case (case_id)
);
create index journey_hindrance_place
    on journey_hindrance (journey, touchpoint, channel, party, occurred_at desc, case_id, entry);

insert into journey_hindrance (case_id, entry, journey, touchpoint, channel, party, occurred_at)
select c.case_id, c.entry, k.journey, coalesce(c.touchpoint, ''),
  case when c.touchpoint is null then c.channel else '' end,
  case when c.touchpoint is null then coalesce(c.party, '') else '' end, c.occurred_at
from journey_contact c join journey_case k on k.case_id = c.case_id
where (c.outcome = 'sent-away' or c.repeated_questions > 0) and (c.note is not null or c.reason is not null);

alter table journey_map add column hindered bigint default 0 not null;
alter table journey_map add column redirects bigint default 0 not null;
alter table journey_map add column extra_inbound bigint default 0 not null;
alter table journey_map add column channel_switches bigint default 0 not null;
alter table journey_map add column conduct_incidents bigint default 0 not null;
alter table journey_map add column process_incidents bigint default 0 not null;
alter table journey_map add column returned bigint default 0 not null;
alter table journey_map add column caused bigint default 0 not null;

-- Added up anew from the cases, where all of it is known.
delete from journey_map;
update journey_map_progress set up_to = timestamp with time zone '1970-01-01 00:00:00+00';
