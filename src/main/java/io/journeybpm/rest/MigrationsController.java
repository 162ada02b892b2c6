package io.journeybpm.rest;

import io.journeybpm.engine.Migrations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/journeys/{key}/migrations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Journeys")
class MigrationsController {

    private final Migrations migrations;
    private final Commits commits;

    MigrationsController(Migrations migrations, Commits commits) {
        this.migrations = migrations;
        this.commits = commits;
    }

    @PostMapping
    @Operation(
            summary = "Lets open cases go on as another version of their journey",
            description =
                    "Elements alike in both versions are taken for the same. A case that waits anywhere else stays "
                            + "where it is and is among the problems. More than " + Migrations.AT_ONCE
                            + " cases go in a batch, which Cockpit shows under Batches; the answer is 202 then.")
    Reply<MigrationBody.Answer> migrate(@PathVariable String key, @RequestBody MigrationBody body, Call call) {
        Migrations.Order order = body.read(key);
        return commits.commit(call, () -> MigrationBody.Answer.to(order, migrations.migrate(order)));
    }
}
