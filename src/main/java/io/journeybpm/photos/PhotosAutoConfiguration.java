package io.journeybpm.photos;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Reading of photos, wherever they are taken in. */
@AutoConfiguration
@ConditionalOnProperty(name = "journey.enabled", matchIfMissing = true)
class PhotosAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Pictures journeyPictures() {
        return new Pictures();
    }
}
