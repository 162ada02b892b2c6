package io.journeybpm.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/**
 * The latest version of what is deployed under a key. What another server deploys may go unnoticed for a second; what
 * this one does is seen at once.
 */
final class LatestDeployed<D> {

    private static final Duration KNOWN_FOR = Duration.ofSeconds(1);
    private static final int KEYS = 1_000;

    private final EngineAccess engine;
    private final BiFunction<CommandContext, String, @Nullable D> find;
    private final Cache<String, Optional<D>> known =
            Caffeine.newBuilder().maximumSize(KEYS).expireAfterWrite(KNOWN_FOR).build();

    LatestDeployed(EngineAccess engine, BiFunction<CommandContext, String, @Nullable D> find) {
        this.engine = engine;
        this.find = find;
    }

    Optional<D> get(String key) {
        Optional<D> latest = known.getIfPresent(key);
        if (latest == null) {
            latest = Optional.ofNullable(engine.aside(context -> find.apply(context, key)));
            known.put(key, latest);
        }
        return latest;
    }

    /** Something was deployed. */
    void forget() {
        known.invalidateAll();
    }
}
