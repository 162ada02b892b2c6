create index journey_case_closed on journey_case (journey, closed_at) where closed_at is not null;

-- Open cases that lack something, by what every list of cases goes by.
create index journey_case_no_next_step on journey_case (journey, escalation_level, opened_at desc, case_id desc)
    where status = 'open' and next_step_to is null;
create index journey_case_no_ambassador on journey_case (journey, escalation_level, opened_at desc, case_id desc)
    where status = 'open' and ambassador is null;
