package dev.precept.registry.wire;

import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;

/// Puts [WireJson] in front of every controller, in place of the application's own mapper.
@Configuration(proxyBeanMethods = false)
class WireConfiguration {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServerHttpMessageConvertersCustomizer strictRequests(WireJson wire) {
        return converters ->
                converters.withJsonConverter(new JacksonJsonHttpMessageConverter(wire.mapper()));
    }
}
