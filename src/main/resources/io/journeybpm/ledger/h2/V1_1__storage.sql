-- H2 has no indexes on a part of a table: what is rare among many is found more slowly there than on PostgreSQL.
create index journey_handoff_made on journey_handoff (made_at, case_id, entry);
create index journey_handoff_receiver on journey_handoff (receiver, made_at, case_id, entry);
create index journey_promise_written on journey_promise (written_at);
create index journey_event_written on journey_event (written_at);
