alter table parcel add column weight integer default 1 not null;
