-- journey_contact by the month it was written in. Asked for by journey.schema.partition-contacts=month; PostgreSQL only.

-- What is to be unique over all months lives in a table of its own, because PostgreSQL keeps a table's constraints
-- within each of its partitions unless they name the partition key.
create table journey_contact_key (
    case_id              varchar(64) not null,
    entry                integer     not null,
    external_id          varchar(128),
    activity_instance_id varchar(64),
    constraint journey_contact_key_pk primary key (case_id, entry),
    constraint journey_contact_key_external unique (case_id, external_id),
    constraint journey_contact_key_activity unique (case_id, activity_instance_id)
);

lock table journey_contact, journey_void in access exclusive mode;

insert into journey_contact_key (case_id, entry, external_id, activity_instance_id)
select case_id, entry, external_id, activity_instance_id from journey_contact;

alter table journey_void drop constraint journey_void_contact_fk;
alter table journey_void add constraint journey_void_contact_fk
    foreign key (case_id, contact) references journey_contact_key (case_id, entry);

-- All contacts so far stay where they are and become the oldest partition.
alter table journey_contact rename to journey_contact_before;
alter table journey_contact_before drop constraint journey_contact_pk;
drop index journey_contact_external, journey_contact_activity;
alter index journey_contact_time rename to journey_contact_before_time;
alter index journey_contact_written rename to journey_contact_before_written;

create table journey_contact (like journey_contact_before including defaults) partition by range (written_at);
alter table journey_contact
    add constraint journey_contact_pk primary key (case_id, entry, written_at),
    add constraint journey_contact_case_fk foreign key (case_id) references journey_case (case_id);
create index journey_contact_time on journey_contact (case_id, occurred_at, entry);
create index journey_contact_written on journey_contact (written_at);

do $$
declare
    latest timestamp := (select greatest(max(written_at), current_timestamp) from journey_contact_before)
        at time zone 'UTC';
begin
    execute format(
        'alter table journey_contact attach partition journey_contact_before for values from (minvalue) to (%L)',
        (date_trunc('month', latest) + interval '1 month') at time zone 'UTC');
end
$$;

-- Nothing is ever refused for want of a month.
create table journey_contact_rest partition of journey_contact default;

create function journey_contact_keep_keys() returns trigger language plpgsql as $$
begin
    insert into journey_contact_key (case_id, entry, external_id, activity_instance_id)
    select case_id, entry, external_id, activity_instance_id from added;
    return null;
end
$$;
create trigger journey_contact_keys after insert on journey_contact
    referencing new table as added for each statement execute function journey_contact_keep_keys();

-- Makes the partition of a month, and moves in what had to be kept in journey_contact_rest for want of it. False if
-- that month has one already. Attaching locks the partitioned table less than making it in place would.
create function journey_contact_month(moment timestamp with time zone) returns boolean language plpgsql as $$
declare
    month timestamp := date_trunc('month', moment at time zone 'UTC');
    since timestamp with time zone := month at time zone 'UTC';
    until timestamp with time zone := (month + interval '1 month') at time zone 'UTC';
    name text := 'journey_contact_' || to_char(month, 'YYYY_MM');
begin
    -- one server at a time; the others find it done
    perform pg_advisory_xact_lock(hashtext('journey_contact_month'));
    if to_regclass(name) is not null then
        return false;
    end if;
    execute format('create table %I (like journey_contact including defaults)', name);
    execute format(
        'with moved as (delete from journey_contact_rest where written_at >= %L and written_at < %L returning *)
         insert into %I select * from moved', since, until, name);
    execute format('alter table journey_contact attach partition %I for values from (%L) to (%L)', name, since, until);
    return true;
exception
    -- the oldest partition holds everything up to its own end
    when invalid_object_definition then
        return false;
end
$$;
