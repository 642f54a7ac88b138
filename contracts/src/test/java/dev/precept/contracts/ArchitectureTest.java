package dev.precept.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "dev.precept.contracts",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule contractsKnowNoContainerAndNoDatabase =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java.lang..",
                            "java.net",
                            "java.time..",
                            "java.util..",
                            "dev.precept.contracts..",
                            "com.fasterxml.jackson.annotation",
                            "org.jspecify.annotations",
                            "org.springframework.core.io",
                            "org.springframework.http..",
                            "org.springframework.web.bind.annotation",
                            "org.springframework.web.service.annotation");

    @ArchTest static final ArchRule nothingChanges = fields().should().beFinal();
}
