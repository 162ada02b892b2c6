-- written_at: the database's own time, which no simulation sets; what the journey maps have yet to take up is found by it.

create table journey_customer (
    reference    varchar(128)  not null,
    name         varchar(255),
    email        varchar(255),
    phone        varchar(64),
    phone_key    varchar(16),
    address      varchar(1000),
    constraint journey_customer_pk primary key (reference)
);
create index journey_customer_phone on journey_customer (phone_key);

create table journey_case (
    case_id                varchar(64)    not null,
    journey                varchar(255)   not null,
    journey_version        integer,
    customer               varchar(128),
    status                 varchar(16)    not null,
    opened_at              timestamp(3) with time zone not null,
    closed_at              timestamp(3) with time zone,
    closed_reason          varchar(1000),
    process_instance_id    varchar(64),
    phase                  varchar(255),
    phase_title            varchar(255),
    phase_since            timestamp(3) with time zone,
    ambassador             varchar(255),
    escalation_level       smallint       not null,
    level_since            timestamp(3) with time zone not null,
    level_reason           varchar(1000),
    reviews                integer        not null,
    entries                integer        not null,
    contacts               integer        not null,
    planned_contacts       integer        not null,
    extra_contacts         integer        not null,
    chasing_contacts       integer        not null,
    failed_contacts        integer        not null,
    missed_contacts        integer        not null,
    rework_contacts        integer        not null,
    handoffs               integer        not null,
    handoffs_without_brief integer        not null,
    incidents              integer        not null,
    repeated_questions     integer        not null,
    kept_promises          integer        not null,
    broken_promises        integer        not null,
    company_cost           numeric(19, 4) not null,
    customer_cost          numeric(19, 4) not null,
    currency               varchar(3),
    last_contact_at        timestamp(3) with time zone,
    decision_failed        boolean        not null,
    carry                  text           not null,
    constraint journey_case_pk primary key (case_id),
    constraint journey_case_customer_fk foreign key (customer) references journey_customer (reference)
);
-- Every list of cases is newest first; levels and statuses are few enough to be asked for one by one where a caller
-- doesn't choose. No column of these changes with an ordinary contact, so that PostgreSQL can update the row in its page.
create index journey_case_customer on journey_case (customer, opened_at desc, case_id desc);
create index journey_case_level on journey_case (escalation_level, status, opened_at desc, case_id desc);
create index journey_case_journey on journey_case (journey, escalation_level, status, opened_at desc, case_id desc);
create index journey_case_phase on journey_case (phase, journey, escalation_level, status, opened_at desc, case_id desc);

create table journey_contact (
    case_id              varchar(64)    not null,
    entry                integer        not null,
    touchpoint           varchar(255),
    title                varchar(255),
    phase                varchar(255),
    modelled             boolean        not null,
    plan_known           boolean        not null,
    recurring            boolean        not null,
    round_id             varchar(80),
    channel              varchar(16)    not null,
    direction            varchar(16)    not null,
    party                varchar(255),
    user_id              varchar(255),
    outcome              varchar(16)    not null,
    occurred_at          timestamp(3) with time zone not null,
    recorded_at          timestamp(3) with time zone not null,
    review               integer        not null,
    counted              boolean        not null,
    planned              boolean        not null,
    rework               boolean        not null,
    briefed              boolean        not null,
    caused_by            integer,
    reason               varchar(64),
    incidents            varchar(4000),
    incident_count       integer        not null,
    repeated_questions   integer        not null,
    company_cost         numeric(19, 4),
    customer_cost        numeric(19, 4),
    currency             varchar(3),
    score_scale          varchar(16),
    score_value          numeric(9, 3),
    score                numeric(9, 3),
    note                 varchar(4000),
    left_open            varchar(4000),
    external_id          varchar(128),
    activity_instance_id varchar(64),
    written_at           timestamp(3) with time zone default current_timestamp not null,
    constraint journey_contact_pk primary key (case_id, entry),
    constraint journey_contact_case_fk foreign key (case_id) references journey_case (case_id),
    constraint journey_contact_external unique (case_id, external_id),
    constraint journey_contact_activity unique (case_id, activity_instance_id)
);
create index journey_contact_time on journey_contact (case_id, occurred_at, entry);
create index journey_contact_written on journey_contact (written_at);

create table journey_void (
    case_id   varchar(64)   not null,
    entry     integer       not null,
    contact   integer       not null,
    voided_at timestamp(3) with time zone not null,
    reason    varchar(1000) not null,
    actor     varchar(255),
    written_at timestamp(3) with time zone default current_timestamp not null,
    constraint journey_void_pk primary key (case_id, contact),
    constraint journey_void_contact_fk foreign key (case_id, contact) references journey_contact (case_id, entry)
);
create index journey_void_written on journey_void (written_at);

create table journey_promise (
    case_id      varchar(64)  not null,
    entry        integer      not null,
    what         varchar(1000) not null,
    touchpoint   varchar(255),
    party        varchar(255),
    window_from  timestamp(3) with time zone,
    window_to    timestamp(3) with time zone,
    origin       varchar(32)  not null,
    state        varchar(16)  not null,
    made_at      timestamp(3) with time zone not null,
    settled_at   timestamp(3) with time zone,
    contact      integer,
    moves        integer      not null,
    written_at   timestamp(3) with time zone default current_timestamp not null,
    constraint journey_promise_pk primary key (case_id, entry),
    constraint journey_promise_case_fk foreign key (case_id) references journey_case (case_id)
);
create index journey_promise_state on journey_promise (state, window_to, case_id, entry);
create index journey_promise_party on journey_promise (party, state, window_to, case_id, entry);

create table journey_handoff (
    case_id         varchar(64)  not null,
    entry           integer      not null,
    kind            varchar(16)  not null,
    element         varchar(255),
    sender          varchar(255),
    receiver        varchar(255) not null,
    done            varchar(4000),
    left_open       varchar(4000),
    made_at         timestamp(3) with time zone not null,
    contact         integer,
    acknowledged_at timestamp(3) with time zone,
    acknowledged_by varchar(255),
    constraint journey_handoff_pk primary key (case_id, entry),
    constraint journey_handoff_case_fk foreign key (case_id) references journey_case (case_id)
);

create table journey_fact (
    case_id  varchar(64)   not null,
    name     varchar(255)  not null,
    told     varchar(4000) not null,
    show_at  varchar(255),
    told_at  timestamp(3) with time zone not null,
    constraint journey_fact_pk primary key (case_id, name),
    constraint journey_fact_case_fk foreign key (case_id) references journey_case (case_id)
);

create table journey_rise (
    case_id          varchar(64)  not null,
    entry            integer      not null,
    review           integer      not null,
    level_from       smallint     not null,
    level_to         smallint     not null,
    raised_at        timestamp(3) with time zone not null,
    contact          integer,
    reason           varchar(1000),
    action           varchar(1000),
    owner            varchar(255),
    within           varchar(64),
    decision         varchar(255),
    decision_version integer,
    decision_rule    varchar(255),
    actor            varchar(255),
    constraint journey_rise_pk primary key (case_id, entry),
    constraint journey_rise_once unique (case_id, review, level_to),
    constraint journey_rise_case_fk foreign key (case_id) references journey_case (case_id)
);

create table journey_event (
    case_id varchar(64)  not null,
    entry   integer      not null,
    kind    varchar(32)  not null,
    at      timestamp(3) with time zone not null,
    actor   varchar(255),
    subject varchar(255),
    detail  varchar(4000),
    written_at timestamp(3) with time zone default current_timestamp not null,
    constraint journey_event_pk primary key (case_id, entry),
    constraint journey_event_case_fk foreign key (case_id) references journey_case (case_id)
);

create table journey_idempotency (
    user_id    varchar(255) not null,
    path       varchar(512) not null,
    idem_key   varchar(255) not null,
    digest     varchar(64)  not null,
    status     integer,
    location   varchar(1000),
    body       text,
    expires_at timestamp(3) with time zone not null,
    constraint journey_idempotency_pk primary key (user_id, path, idem_key)
);
create index journey_idempotency_expiry on journey_idempotency (expires_at);

create table journey_import (
    id          varchar(36)   not null,
    state       varchar(16)   not null,
    log_name    varchar(255)  not null,
    mapping     text          not null,
    done        bigint        not null,
    total       bigint        not null,
    started_at  timestamp(3) with time zone not null,
    updated_at  timestamp(3) with time zone not null,
    user_id     varchar(255),
    result      text,
    error       varchar(4000),
    constraint journey_import_pk primary key (id)
);

-- What happened on each journey, added up; emptied together with its progress, it is added up anew.
create table journey_map (
    journey                varchar(255)   not null,
    scope                  varchar(16)    not null,
    phase                  varchar(255)   not null,
    touchpoint             varchar(255)   not null,
    currency               varchar(3)     not null,
    cases                  bigint         not null,
    closed_cases           bigint         not null,
    done                   bigint         not null,
    partly                 bigint         not null,
    failed                 bigint         not null,
    missed                 bigint         not null,
    rework                 bigint         not null,
    sent_away              bigint         not null,
    counted                bigint         not null,
    planned                bigint         not null,
    repeated               bigint         not null,
    scores                 bigint         not null,
    score_sum              numeric(23, 3) not null,
    company_cost           numeric(23, 4) not null,
    customer_cost          numeric(23, 4) not null,
    waits                  bigint         not null,
    wait_millis            bigint         not null,
    handoffs               bigint         not null,
    handoff_wait_millis    bigint         not null,
    kept_promises          bigint         not null,
    late_promises          bigint         not null,
    broken_promises        bigint         not null,
    constraint journey_map_pk primary key (journey, scope, phase, touchpoint, currency)
);

create table journey_map_progress (
    id    smallint                    not null,
    up_to timestamp(3) with time zone not null,
    constraint journey_map_progress_pk primary key (id)
);
insert into journey_map_progress (id, up_to) values (1, timestamp with time zone '1970-01-01 00:00:00+00');
