package dev.precept.quickstart;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the supervisor.
@SpringBootApplication
public class QuickstartApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(QuickstartApplication.class, arguments);
    }
}
