-- What PostgreSQL can do beyond the tables that every database has.

-- Each contact rewrites its case's row: room for the new version in the same page keeps the indexes out of it.
alter table journey_case set (fillfactor = 85);

-- An unscheduled promise has no window to be listed by.
create index journey_promise_unscheduled on journey_promise (made_at, case_id, entry) where state = 'unscheduled';
create index journey_promise_unscheduled_party on journey_promise (party, made_at, case_id, entry)
    where state = 'unscheduled';

-- A handoff is in one of three states, and so in one of three indexes, each with and without its receiver.
create index journey_handoff_open on journey_handoff (made_at, case_id, entry)
    where contact is null and acknowledged_at is null;
create index journey_handoff_open_receiver on journey_handoff (receiver, made_at, case_id, entry)
    where contact is null and acknowledged_at is null;
create index journey_handoff_read on journey_handoff (made_at, case_id, entry)
    where contact is null and acknowledged_at is not null;
create index journey_handoff_read_receiver on journey_handoff (receiver, made_at, case_id, entry)
    where contact is null and acknowledged_at is not null;
create index journey_handoff_met on journey_handoff (made_at, case_id, entry) where contact is not null;
create index journey_handoff_met_receiver on journey_handoff (receiver, made_at, case_id, entry)
    where contact is not null;

-- What a journey's map takes up besides contacts.
create index journey_promise_written on journey_promise (written_at) where state in ('kept', 'late', 'broken');
create index journey_event_written on journey_event (written_at) where kind in ('opened', 'closed', 'reopened');

-- Only what has an id of its own can be told twice: the rest needs no place in these.
alter table journey_contact
    drop constraint journey_contact_external,
    drop constraint journey_contact_activity;
create unique index journey_contact_external on journey_contact (case_id, external_id) where external_id is not null;
create unique index journey_contact_activity on journey_contact (case_id, activity_instance_id)
    where activity_instance_id is not null;
