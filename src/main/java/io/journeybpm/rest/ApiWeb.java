package io.journeybpm.rest;

import java.util.List;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.method.HandlerTypePredicate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts this room's controllers under their path, with JSON and arguments of their own. */
final class ApiWeb implements WebMvcConfigurer {

    private final ApiPath path;

    ApiWeb(ApiPath path) {
        this.path = path;
    }

    @Override
    public void configurePathMatch(PathMatchConfigurer paths) {
        paths.addPathPrefix(path.base(), HandlerTypePredicate.forBasePackageClass(ApiWeb.class));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Calls());
    }

    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        converters.add(0, new StrictJson());
    }
}
