-- Imports are not the only long work: whatever runs in the background is told of in one table.
create table journey_run (
    id          varchar(36)   not null,
    kind        varchar(16)   not null,
    state       varchar(16)   not null,
    subject     varchar(255)  not null,
    settings    text          not null,
    done        bigint        not null,
    total       bigint        not null,
    started_at  timestamp(3) with time zone not null,
    updated_at  timestamp(3) with time zone not null,
    user_id     varchar(255),
    result      text,
    error       varchar(4000),
    constraint journey_run_pk primary key (id)
);
insert into journey_run (id, kind, state, subject, settings, done, total, started_at, updated_at, user_id, result, error)
select id, 'import', state, log_name, mapping, done, total, started_at, updated_at, user_id, result, error
from journey_import;
drop table journey_import;
