-- Addresses by which somebody without a login sees one case, or one visit. The address itself is not kept: it is the id
-- with a signature.
create table journey_link (
    link_id           varchar(32) not null,
    purpose           varchar(16) not null,
    case_id           varchar(64) not null,
    party             varchar(255),
    touchpoint        varchar(255),
    activity_instance varchar(64),
    promise           integer,
    visitor_name      varchar(255),
    visitor_phone     varchar(64),
    made_at           timestamp(3) with time zone not null,
    made_by           varchar(255),
    expires_at        timestamp(3) with time zone not null,
    revoked_at        timestamp(3) with time zone,
    revoked_by        varchar(255),
    opened_at         timestamp(3) with time zone,
    answered_at       timestamp(3) with time zone,
    constraint journey_link_pk primary key (link_id),
    constraint journey_link_case_fk foreign key (case_id) references journey_case (case_id)
);
create index journey_link_case on journey_link (case_id, made_at);

-- What all servers of a cluster have to know alike and nobody else may.
create table journey_secret (
    name    varchar(64)  not null,
    secret  varchar(128) not null,
    constraint journey_secret_pk primary key (name)
);

-- What the customer's own page calls a contact; a contact without it isn't shown there.
alter table journey_contact add column customer_title varchar(255);
