-- When the customer expects us next: the end of the soonest window promised. Absent where nobody has said when anything
-- comes next. It changes with promises, not with contacts.
alter table journey_case add column next_step_to timestamp(3) with time zone;
update journey_case set next_step_to = (
  select min(p.window_to) from journey_promise p where p.case_id = journey_case.case_id and p.state = 'open')
where status = 'open';

-- What was raised when.
create index journey_rise_raised on journey_rise (raised_at, level_to, case_id);
