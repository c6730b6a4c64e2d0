package dev.followthrough.platform.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.util.List;

/**
 * The rooms of the house, as rules: what a resource, a use case, an entity, a listener and a
 * feature may touch, and what neither the platform nor the events may know. Each service checks its
 * own package with one call.
 */
public final class Rooms {

  private static final String BASE = "dev.followthrough.";
  private static final String PANACHE = "io.quarkus.hibernate.orm.panache..";

  private Rooms() {}

  /** Checks the service of this short name, and with it the platform and the events. */
  public static void check(String service) {
    var root = BASE + service;
    var classes = production(root);
    rules(root).forEach(rule -> rule.check(classes));
    shared().forEach(rule -> rule.check(production(BASE + "platform", BASE + "events")));
  }

  private static List<ArchRule> rules(String root) {
    return List.of(
        noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "jakarta.persistence..",
                "jakarta.transaction..",
                "org.hibernate..",
                PANACHE,
                "org.apache.kafka..",
                "io.agroal..",
                BASE + "platform.kafka..",
                BASE + "platform.outbox..",
                BASE + "platform.inbox..")
            .because("a resource talks to its use cases and to the client, to nobody else"),
        noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..")
            .because("HTTP ends at the resources"),
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", BASE + "platform.kafka..")
            .because("events leave by the outbox and arrive by the inbox"),
        noClasses()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .dependOnClassesThat()
            .haveNameMatching(".*(Resource|View|Listener)")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(
                BASE + "platform.outbox..",
                BASE + "platform.inbox..",
                BASE + "platform.http..",
                BASE + "platform.kafka..",
                "jakarta.enterprise..")
            .because("an entity knows itself, its table and its events")
            .allowEmptyShould(true),
        noClasses()
            .that()
            .haveSimpleNameEndingWith("Listener")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Resource")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "io.agroal..")
            .because("a listener hands what it hears to its use cases")
            .allowEmptyShould(true),
        classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .notBePublic()
            .because("other features meet a use case, never a row")
            .allowEmptyShould(true),
        slices()
            .matching(root + ".(*)..")
            .should()
            .beFreeOfCycles()
            .because("features build on each other in one direction"));
  }

  private static List<ArchRule> shared() {
    return List.of(
        noClasses()
            .that()
            .resideInAPackage(BASE + "platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                BASE + "events..",
                BASE + "contacts..",
                BASE + "commitments..",
                BASE + "notifications..")
            .because("the platform holds no business word"),
        classes()
            .that()
            .resideInAPackage(BASE + "events..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "com.fasterxml.jackson.annotation..", BASE + "events..")
            .because("the published language is understood by everybody"));
  }

  private static JavaClasses production(String... packages) {
    ImportOption noTests =
        location -> !location.contains("/test-classes/") && !location.contains("-tests.jar");
    return new ClassFileImporter().withImportOption(noTests).importPackages(packages);
  }
}
