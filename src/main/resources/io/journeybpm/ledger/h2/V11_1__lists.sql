create index journey_case_closed on journey_case (journey, closed_at);
create index journey_case_next_step on journey_case (journey, escalation_level, status, next_step_to);
