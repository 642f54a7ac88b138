package dev.precept.registry;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Starts the registry.
@SpringBootApplication
@EnableScheduling
@ConfigurationPropertiesScan
public class RegistryApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(RegistryApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
