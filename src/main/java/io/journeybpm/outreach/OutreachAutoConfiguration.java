package io.journeybpm.outreach;

import io.journeybpm.decision.DecisionTables;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.CustomerPreferences;
import io.journeybpm.ledger.Ledger;
import io.journeybpm.ledger.OutboundContacts;
import io.journeybpm.ledger.PlannedVisits;
import io.journeybpm.ledger.WatchedCustomers;
import io.journeybpm.settings.JourneyProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Contacts the company starts. */
@AutoConfiguration
@ConditionalOnProperty(name = "journey.enabled", matchIfMissing = true)
class OutreachAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Permissions journeyPermissions(
            DecisionTables tables,
            Ledger ledger,
            OutboundContacts sent,
            CustomerPreferences preferences,
            PlannedVisits planned,
            CaseClock clock,
            JourneyProperties settings) {
        return new Permissions(tables, ledger, sent, preferences, planned, clock, settings);
    }

    @Bean
    @ConditionalOnMissingBean
    RedFlags journeyRedFlags(
            DecisionTables tables,
            WatchedCustomers customers,
            CustomerPreferences preferences,
            FlagRaised raised,
            CaseClock clock,
            JourneyProperties settings) {
        return new RedFlags(tables, customers, preferences, raised, clock, settings);
    }
}
