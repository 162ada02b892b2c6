package io.journeybpm.settings;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the plugin and of its server.
 *
 * @param enabled whether the plugin takes part at all
 * @param demo whether the server plays its sample cases at its first start on the embedded database
 * @param zone time zone of days and of times that come without one
 * @param region country whose phone numbers come without a country code, as ISO 3166 has it: two capital letters
 * @param schema how the plugin's tables are kept
 * @param rest the interface under {@code /api}
 * @param pages pages outside Camunda's web applications
 * @param escalation how a case's level is decided and raised
 * @param promises how promises are watched
 * @param decision how decision tables are evaluated
 * @param deployment what is checked as files are deployed
 * @param imports reading event logs
 * @param insight what is learned from the ledger
 * @param daily asking the decision about every open case once a day
 * @param permission when the company may contact a customer
 * @param redFlag when the company has to call first
 * @param visits visits to one customer
 */
@ConfigurationProperties("journey")
public record JourneyProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("true") boolean demo,
        @DefaultValue("Europe/Copenhagen") ZoneId zone,
        @DefaultValue("DK") String region,
        @DefaultValue Schema schema,
        @DefaultValue Rest rest,
        @DefaultValue Pages pages,
        @DefaultValue Escalation escalation,
        @DefaultValue Promises promises,
        @DefaultValue Decision decision,
        @DefaultValue Deployment deployment,
        @DefaultValue Imports imports,
        @DefaultValue Insight insight,
        @DefaultValue Daily daily,
        @DefaultValue Permission permission,
        @DefaultValue RedFlag redFlag,
        @DefaultValue Visits visits) {

    /**
     * How the plugin's tables are kept.
     *
     * @param migrate whether to create and upgrade the {@code journey_*} tables at start
     * @param partitionContacts how to divide the contacts of the ledger, on PostgreSQL only and for good; absent: not
     */
    public record Schema(
            @DefaultValue("true") boolean migrate, @Nullable Partition partitionContacts) {}

    /** How contacts can be divided. */
    public enum Partition {
        /** By the month in which they were written. */
        MONTH
    }

    /**
     * The interface under {@code /api}.
     *
     * @param enabled whether to offer it; it also needs Spring Web and Spring Security in the application
     * @param path where it lives; move it where the web application of Camunda claims {@code /api}
     * @param pageSize entries of a list when the caller names no limit
     * @param maxPageSize the most entries a caller may ask for at once
     * @param idempotencyExpiry how long an {@code Idempotency-Key} is remembered
     * @param loginRemembered how long a right password is taken without asking the identity service again; a changed
     *     password or a group taken away counts from then on, and zero asks every time
     * @param duplicateWait how long a duplicate waits for the call it repeats before it is told to come back
     */
    public record Rest(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("/api") String path,
            @DefaultValue("50") int pageSize,
            @DefaultValue("500") int maxPageSize,
            @DefaultValue("7d") Duration idempotencyExpiry,
            @DefaultValue("10s") Duration loginRemembered,
            @DefaultValue("5s") Duration duplicateWait) {

        /** Takes the path with or without slashes at its ends; it is kept with one in front and none behind. */
        public Rest {
            path = "/" + path.strip().replaceAll("^/+|/+$", "");
        }
    }

    /**
     * How a case's level is decided and raised.
     *
     * @param deployDefaults whether to deploy the shipped decision and process where the application has none
     * @param history which answers of the decision stand in the engine's history of decisions, as Cockpit shows it
     */
    public record Escalation(
            @DefaultValue("true") boolean deployDefaults,
            @DefaultValue("changes") History history) {

        /** Which decisions the engine's history keeps. What was raised, and by which rule, is in the ledger always. */
        public enum History {

            /** Each one asked: a row every time, and one for each of its inputs and answers. */
            ALL,

            /** Those that raised the level of a case. */
            CHANGES,

            /** No decision about a level. */
            NONE
        }
    }

    /**
     * How promises are watched.
     *
     * @param warnBefore how long before the end of its window a promise is warned of; in a window shorter than four times
     *     that, in its last quarter; zero never warns
     */
    public record Promises(@DefaultValue("2h") Duration warnBefore) {}

    /**
     * How decision tables are evaluated.
     *
     * @param accelerate which tables have their FEEL parsed once instead of at every evaluation
     */
    public record Decision(@DefaultValue("own") Accelerate accelerate) {

        /** Whose tables are accelerated. */
        public enum Accelerate {

            /** The escalation's; business rule tasks and the decision service of the application stay as they are. */
            OWN,

            /** Business rule tasks and the decision service of the application too. */
            ALL
        }
    }

    /**
     * What is checked as files are deployed.
     *
     * @param check which deployments are looked at before the engine deploys them
     */
    public record Deployment(@DefaultValue("own") Check check) {

        /** Which deployments are checked. */
        public enum Check {

            /** Those with a file that uses {@code journey.*} properties or an escalation decision's key. */
            OWN,

            /** All, so that every problem the engine has with any file is told at once, with its line. */
            ALL,

            /** None. */
            OFF
        }
    }

    /**
     * Reading event logs.
     *
     * @param maxSize the largest log accepted, as sent
     * @param maxExpanded the largest log accepted, unpacked
     * @param bucketSize how much of a log that mixes its cases is held in memory at a time
     */
    public record Imports(
            @DefaultValue("512MB") DataSize maxSize,
            @DefaultValue("8GB") DataSize maxExpanded,
            @DefaultValue("8MB") DataSize bucketSize) {}

    /**
     * What is learned from the ledger.
     *
     * @param catchUp how often this server adds up what happened for the journey maps; zero leaves it to others
     */
    public record Insight(@DefaultValue("1m") Duration catchUp) {}

    /**
     * Asking the decision about every open case once a day: days pass without a contact, too.
     *
     * @param enabled whether to ask; it also needs a server that works on jobs
     * @param at when, in the time zone of {@code journey.zone}
     * @param batch how many cases are looked at in one transaction
     */
    public record Daily(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("06:00") LocalTime at,
            @DefaultValue("1000") int batch) {

        /** Takes at least one case at a time. */
        public Daily {
            if (batch < 1) {
                throw new IllegalArgumentException("journey.daily.batch is to be at least 1, not " + batch);
            }
        }
    }

    /**
     * When the company may contact a customer.
     *
     * @param quietHours of customers who haven't named their own, from and to, such as {@code 21:00-08:00}; empty: none
     * @param validity how long a permission keeps its place until the contact is made
     */
    public record Permission(
            @DefaultValue("21:00-08:00") String quietHours,
            @DefaultValue("4h") Duration validity) {}

    /**
     * When the company has to call first.
     *
     * @param journey key of the journey in which the customer is called
     * @param againAfter how long figures that stay bad raise no second flag
     */
    public record RedFlag(
            @DefaultValue("advisory-watch") String journey,
            @DefaultValue("30d") Duration againAfter) {}

    /**
     * Visits to one customer.
     *
     * @param mergeWithin how far apart two of them may lie to be proposed for one visit
     */
    public record Visits(@DefaultValue("2d") Duration mergeWithin) {}

    /**
     * Pages outside Camunda's web applications: the journey map, and what customers and visitors get a link to.
     *
     * @param enabled whether to offer them; they also need Spring Web in the application
     * @param url where customers reach the application, such as {@code https://service.example.com}; absent: as whoever
     *     asks for a link reaches it, and processes can't make any
     * @param key what links are signed with, at least 32 characters, the same on all servers; absent: made at random once
     *     and kept in the database
     * @param expires how long a link lasts
     * @param afterClosing how long a link outlives the closing of its case
     * @param phone the number to call where the contact person has none; absent: none is shown
     * @param keyWords how words end in names of facts that open doors, such as {@code gate code}: visitors see these only
     *     from a day before their appointment
     */
    public record Pages(
            @DefaultValue("true") boolean enabled,
            @Nullable URI url,
            @Nullable String key,
            @DefaultValue("P90D") Duration expires,
            @DefaultValue("P14D") Duration afterClosing,
            @Nullable String phone,

            @DefaultValue({
                "code", "kode", "koden", "kod", "pin", "key", "access", "nøgle", "boks", "adgang", "nyckel", "alarm"
            })
            List<String> keyWords) {

        /** Characters of a key that nobody guesses. */
        private static final int SHORTEST_KEY = 32;

        /** A short key is worse than none, which makes a long one. */
        public Pages {
            if (key != null && !key.isBlank() && key.length() < SHORTEST_KEY) {
                throw new IllegalArgumentException(
                        "journey.pages.key needs " + SHORTEST_KEY + " characters or more, it has " + key.length());
            }
            if (url != null && !url.toString().isEmpty() && !url.toString().matches("https?://[^?#]+")) {
                throw new IllegalArgumentException(
                        "journey.pages.url is to be an address such as https://service.example.com, not " + url);
            }
        }
    }
}
