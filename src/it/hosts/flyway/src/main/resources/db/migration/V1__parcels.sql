create table parcel (
    id   integer      not null primary key,
    what varchar(255) not null
);
