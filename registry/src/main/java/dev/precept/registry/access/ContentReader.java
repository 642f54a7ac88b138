package dev.precept.registry.access;

import dev.precept.contracts.access.RoleName;
import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Opens a controller or one of its methods to those who may read what people wrote.
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@RolesAllowed({RoleName.POLICY_AUTHOR, RoleName.REVIEWER, RoleName.REVIEW_LEAD, RoleName.AUDITOR})
public @interface ContentReader {}
