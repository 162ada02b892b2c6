-- Photos that visitors take, made small before they are kept: a megabyte each at most, which is also as much as H2 takes
-- of this type. What a sender calls its photo keeps one that is sent again from being kept twice.
create table journey_photo (
    case_id    varchar(64)  not null,
    id         varchar(36)  not null,
    sender_key varchar(160),
    link       varchar(64),
    contact    integer,
    party      varchar(255),
    taken_by   varchar(255),
    taken_at   timestamp(3) with time zone not null,
    added_at   timestamp(3) with time zone not null,
    media_type varchar(64)  not null,
    width      integer      not null,
    height     integer      not null,
    size       integer      not null,
    content    bytea        not null,
    small      bytea        not null,
    constraint journey_photo_pk primary key (case_id, id),
    constraint journey_photo_sender unique (case_id, sender_key),
    constraint journey_photo_fk foreign key (case_id) references journey_case (case_id)
);

-- What a visitor answered, as a digest: the same answer sent again is no second one, another one is refused.
alter table journey_link add column answer_digest varchar(64);
