package io.journeybpm.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Scripts and styles of the pages, the same for everybody. */
final class PageFiles implements WebMvcConfigurer {

    static final String PATH = "/journey-files";

    /** Asked for again each time and sent again only if changed: modules of two versions never meet. */
    static final String CACHED = "no-cache";

    private static final String FOLDER = "classpath:/io/journeybpm/pages/files/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(PATH + "/**")
                .addResourceLocations(FOLDER)
                .setCacheControl(CacheControl.noCache())
                // files in a jar built reproducibly are all of one age
                .setUseLastModified(false)
                .setEtagGenerator(PageFiles::tag);
    }

    private static String tag(Resource file) {
        try {
            return '"' + DigestUtils.md5DigestAsHex(file.getContentAsByteArray()) + '"';
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
