-- What became of a promise on its way: when it was moved, warned of and broken, and why it was settled. A break stays
-- known when the promise is healed: broken_written_at is when the tables first said so, which journey maps go by.
alter table journey_promise add column moved_at timestamp(3) with time zone;
alter table journey_promise add column warned_at timestamp(3) with time zone;
alter table journey_promise add column broken_at timestamp(3) with time zone;
alter table journey_promise add column broken_review integer;
alter table journey_promise add column broken_written_at timestamp(3) with time zone;
alter table journey_promise add column reason varchar(1000);

create index journey_promise_healed on journey_promise (broken_written_at);

create table journey_promise_move (
    case_id     varchar(64) not null,
    entry       integer     not null,
    promise     integer     not null,
    before_from timestamp(3) with time zone,
    before_to   timestamp(3) with time zone,
    after_from  timestamp(3) with time zone,
    after_to    timestamp(3) with time zone not null,
    moved_at    timestamp(3) with time zone not null,
    reason      varchar(1000),
    actor       varchar(255),
    constraint journey_promise_move_pk primary key (case_id, entry),
    constraint journey_promise_move_fk foreign key (case_id, promise) references journey_promise (case_id, entry)
);

alter table journey_case add column rescheduled_promises integer default 0 not null;

-- Promises of closed cases are nobody's work any more.
update journey_promise
set state = 'withdrawn', settled_at = current_timestamp, reason = 'the case was closed'
where state in ('open', 'unscheduled')
  and case_id in (select c.case_id from journey_case c where c.status = 'closed');
