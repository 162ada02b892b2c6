-- What the company made a contact for, where somebody has said so.
alter table journey_contact add column purpose varchar(16);

-- Whether the company may contact a customer: what was asked, what was answered, and what became of it.
create table journey_permission (
    case_id          varchar(64)  not null,
    entry            integer      not null,
    customer         varchar(128),
    channel          varchar(16)  not null,
    purpose          varchar(16)  not null,
    party            varchar(255),
    decision         varchar(16)  not null,
    state            varchar(16)  not null,
    asked_at         timestamp(3) with time zone not null,
    until            timestamp(3) with time zone,
    merge_with       varchar(80),
    reason           varchar(1000),
    decision_key     varchar(255),
    decision_version integer,
    decision_rule    varchar(255),
    contact          integer,
    constraint journey_permission_pk primary key (case_id, entry),
    constraint journey_permission_case_fk foreign key (case_id) references journey_case (case_id)
);
create index journey_permission_customer on journey_permission (customer, state, until);

-- One row for each customer, or case without one, whose permissions take turns.
create table journey_turn (
    subject varchar(160) not null,
    constraint journey_turn_pk primary key (subject)
);

-- How a customer wants to be contacted. It may be told before the customer has a case.
create table journey_preference (
    customer varchar(128) not null,
    told     text         not null,
    told_at  timestamp(3) with time zone not null,
    constraint journey_preference_pk primary key (customer)
);

-- Customers whose figures are watched, with or without a case.
create table journey_watch (
    customer   varchar(128) not null,
    figures    text         not null,
    told_at    timestamp(3) with time zone,
    flag       varchar(16)  not null,
    armed      boolean      not null,
    reason     varchar(1000),
    flagged_at timestamp(3) with time zone,
    case_id    varchar(64),
    constraint journey_watch_pk primary key (customer)
);

-- The promise that is kept by the same visit.
alter table journey_promise add column merged_with varchar(80);
