package dev.precept.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.router.Route;

@AnalyzeClasses(
        packages = "dev.precept.console",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ofPreceptTheConsoleKnowsTheContractsOnly =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.precept.registry..",
                            "dev.precept.worker..",
                            "dev.precept.inference..",
                            "dev.precept.quickstart..");

    @ArchTest
    static final ArchRule theConsoleKnowsNoDatabase =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.sql..",
                            "javax.sql..",
                            "jakarta.persistence..",
                            "org.hibernate..");

    @ArchTest
    static final ArchRule viewsAreOfTheirPackage =
            classes().that().areAnnotatedWith(Route.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule markupComesFromTheEscapingRendererOnly =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.precept.console.content")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Html.class);

    @ArchTest
    static final ArchRule everyViewSaysWhoMaySeeIt =
            classes()
                    .that()
                    .areAnnotatedWith(Route.class)
                    .and()
                    .doNotHaveModifier(JavaModifier.ABSTRACT)
                    .should()
                    .beAnnotatedWith(jakarta.annotation.security.RolesAllowed.class)
                    .orShould()
                    .beAnnotatedWith(jakarta.annotation.security.PermitAll.class);
}
