package dev.precept.console.signin;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where people sign in, under `precept.sign-in`.
@ConfigurationProperties("precept.sign-in")
record SignInProperties(String issuer, String clientId, String clientSecret) {}
