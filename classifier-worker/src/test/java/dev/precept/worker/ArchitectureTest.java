package dev.precept.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "dev.precept.worker",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theWorkerKnowsContractsAndInferenceOnly =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.precept.worker..",
                            "dev.precept.contracts..",
                            "dev.precept.inference..",
                            "dev.precept.prompt..",
                            "java..",
                            "io.micrometer..",
                            "org.jspecify..",
                            "org.slf4j..",
                            "org.springframework..");
}
