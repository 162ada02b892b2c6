-- Customers are found by the words of what is known of them, whatever their order and however they were typed.
create table journey_customer_word (
    word     varchar(40)  not null,
    customer varchar(128) not null,
    constraint journey_customer_word_pk primary key (word, customer),
    constraint journey_customer_word_fk foreign key (customer) references journey_customer (reference) on delete cascade
);
create index journey_customer_word_customer on journey_customer_word (customer);

-- The beginning of each word as it is, and with one letter left out: two words that share a line differ by a slip. Not
-- unique, so that nobody waits for another one's new word; a word that stands here twice is only read twice.
create table journey_spelling (
    spelling varchar(8)  not null,
    word     varchar(40) not null
);
create index journey_spelling_words on journey_spelling (spelling, word);

-- By which rules a customer's words were last taken; 0: never, as all who were there before.
alter table journey_customer add column words_taken smallint default 0 not null;
create index journey_customer_words_taken on journey_customer (words_taken, reference);

-- The daily asking goes through the open cases by their ids.
create index journey_case_open on journey_case (status, case_id);

-- Whose cases are these?
create index journey_case_ambassador
    on journey_case (ambassador, escalation_level, status, opened_at desc, case_id desc);
