package io.journeybpm.links;

import com.github.benmanes.caffeine.cache.Ticker;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.Links;
import io.journeybpm.ledger.Secrets;
import io.journeybpm.settings.JourneyProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.util.function.SingletonSupplier;

/** Links and their signatures. */
@AutoConfiguration
@ConditionalOnProperty(name = "journey.enabled", matchIfMissing = true)
class LinksAutoConfiguration {

    /** The secret's name among the ledger's. */
    private static final String KEY = "pages";

    /** The key is asked for by the first link, so that an application without links has none. */
    @Bean
    CaseLinks journeyCaseLinks(Links links, Secrets secrets, CaseClock clock, JourneyProperties settings) {
        String key = settings.pages().key();
        Tokens tokens = new Tokens(
                key == null || key.isBlank()
                        ? SingletonSupplier.of(() -> secrets.of(KEY, Tokens.newKey()))
                        : () -> key);
        return new CaseLinks(links, tokens, clock, settings.pages());
    }

    @Bean
    Traffic journeyTraffic() {
        return new Traffic(Ticker.systemTicker());
    }
}
