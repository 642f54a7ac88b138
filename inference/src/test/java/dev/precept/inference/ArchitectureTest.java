package dev.precept.inference;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "dev.precept.inference",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule inferenceKnowsNoContainerAndNoWireFormat =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework..", "dev.precept.contracts..");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("dev.precept.inference.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theEngineKnowsNothingOfJudgements =
            noClasses()
                    .that()
                    .resideInAPackage("..engine..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..verdict..", "..guided..", "..safeguard..");
}
