package io.journeybpm;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.journeybpm.testing.wronghouse.cellar.Cellar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

@DisplayName("The rooms of the house")
class ModularityTest {

    private static final String ROOT = "io.journeybpm";

    /** Rooms whose subject is the process engine itself; to follow a fork that renames packages, only these change. */
    private static final String[] KNOW_CAMUNDA = {
        ROOT + ".engine..", ROOT + ".accounts..", ROOT + ".cockpit..", ROOT + ".server.."
    };

    private static final ArchRule ONLY_FOUR_ROOMS_KNOW_CAMUNDA = noClasses()
            .that()
            .resideOutsideOfPackages(KNOW_CAMUNDA)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    private static final ArchRule ONLY_THE_LEDGER_SPEAKS_SQL = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".ledger..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.springframework.jdbc.core..").or(assignableTo(java.sql.Statement.class)));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final ApplicationModules ROOMS = ApplicationModules.of(ROOT);

    @Test
    void useOnlyWhatLiesBelowThem() {
        assertThat(ROOMS.stream().map(each -> each.getIdentifier().toString()))
                .contains("engine", "escalation", "ledger", "journey", "settings");
        ROOMS.verify();
    }

    @Test
    void eachSayWhichRoomsTheyUseAndNoneUsesTheServer() {
        assertThat(ROOMS).allSatisfy(room -> {
            ApplicationModule declared = declaration(room.getBasePackage().getName());
            assertThat(declared.allowedDependencies())
                    .as("allowedDependencies of '%s'", room.getIdentifier())
                    .doesNotContain(ApplicationModule.OPEN_TOKEN, "server");
            assertThat(declared.type()).isEqualTo(ApplicationModule.Type.CLOSED);
        });
    }

    @Test
    void leaveTheProcessEngineToFourOfThem() {
        ONLY_FOUR_ROOMS_KNOW_CAMUNDA.check(CLASSES);
    }

    @Test
    void leaveTheTablesToTheLedger() throws IOException {
        ONLY_THE_LEDGER_SPEAKS_SQL.check(CLASSES);
        Pattern table = Pattern.compile("(?i)\\b(from|into|update|join|table)\\s+journey_\\w+");
        try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
            assertThat(sources.filter(Files::isRegularFile)
                            .filter(each -> !each.startsWith("src/main/java/io/journeybpm/ledger"))
                            .filter(each -> !each.startsWith("src/main/resources/io/journeybpm/ledger"))
                            .filter(each -> table.matcher(read(each)).find()))
                    .isEmpty();
        }
    }

    @Test
    void areNullMarked() {
        List<JavaPackage> packages = CLASSES.getPackage(ROOT).getSubpackagesInTree().stream()
                .filter(each -> !each.getClasses().isEmpty())
                .toList();
        assertThat(packages).isNotEmpty().allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class))
                .as("@NullMarked on %s", each.getName())
                .isTrue());
    }

    @Test
    void wouldBeToldOfAnArrowThatPointsUp() {
        ApplicationModules wrong = ApplicationModules.of(ROOT + ".testing.wronghouse", location -> true);
        Violations found = wrong.detectViolations();
        assertThat(found.getMessages())
                .anySatisfy(message -> assertThat(message).contains("Cycle detected"))
                .anySatisfy(message -> assertThat(message).contains("Allowed targets: none"));
        assertThatThrownBy(wrong::verify).isInstanceOf(Violations.class);

        JavaClasses cellar = new ClassFileImporter().importClasses(Cellar.class);
        assertThatThrownBy(() -> ONLY_FOUR_ROOMS_KNOW_CAMUNDA.check(cellar)).hasMessageContaining("RuntimeService");
        assertThatThrownBy(() -> ONLY_THE_LEDGER_SPEAKS_SQL.check(cellar)).hasMessageContaining("JdbcTemplate");
    }

    private static ApplicationModule declaration(String room) {
        try {
            return Class.forName(room + ".package-info").getAnnotation(ApplicationModule.class);
        } catch (ClassNotFoundException undeclared) {
            throw new AssertionError(room + " has no package-info", undeclared);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
