package io.journeybpm.server;

import io.journeybpm.engine.ShippedModels;
import io.journeybpm.engine.ShippedModels.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Deploys the sample journeys and their decisions; what an owner has changed of them stays changed. */
@Component
@Import(ShippedModels.class)
class SampleJourneys implements SmartInitializingSingleton {

    /** Kept with the deployments, to know them again. */
    static final String SOURCE = "journey-server";

    private static final String SAMPLES = "classpath*:samples/";
    /** The plugin's own forms, which samples may show too. */
    private static final String DEFAULTS = "classpath*:io/journeybpm/defaults/";

    private static final String DEFAULT = ".default";

    private final ShippedModels models;

    SampleJourneys(ShippedModels models) {
        this.models = models;
    }

    @Override
    public void afterSingletonsInstantiated() {
        models.deploy(
                SOURCE,
                find(SAMPLES + "processes/**/*.bpmn", SAMPLES + "dmn/**/*.dmn"),
                find(DEFAULTS + "*.form" + DEFAULT, SAMPLES + "processes/**/*.form"));
    }

    private static List<Model> find(String... patterns) {
        return Arrays.stream(patterns)
                .flatMap(SampleJourneys::resources)
                .map(SampleJourneys::read)
                .toList();
    }

    private static Stream<Resource> resources(String pattern) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Model read(Resource resource) {
        String file = String.valueOf(resource.getFilename());
        String name = file.endsWith(DEFAULT) ? file.substring(0, file.length() - DEFAULT.length()) : file;
        try {
            return new Model(name, resource.getContentAsByteArray());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
