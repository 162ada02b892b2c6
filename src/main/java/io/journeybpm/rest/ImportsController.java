package io.journeybpm.rest;

import io.journeybpm.imports.ImportMapping;
import io.journeybpm.imports.ImportView;
import io.journeybpm.imports.Imports;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.Part;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping(path = "/imports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Imports", description = "Event logs, XES or CSV, into the ledger")
class ImportsController {

    private final Imports imports;
    private final Commits commits;
    private final Desk desk;

    ImportsController(Imports imports, Commits commits, Desk desk) {
        this.imports = imports;
        this.commits = commits;
        this.desk = desk;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Queues a log to be read in the background",
            description = "'log' is XES or CSV, packed with gzip or not; 'mapping' is JSON that says what its "
                    + "attributes mean. Sending the same log again changes nothing.")
    Reply<ImportView> start(
            @RequestPart MultipartFile log,
            @RequestPart @Schema(type = "string", format = "binary") Part mapping,
            Call call) {
        Upload upload = Upload.of(log, mapping);
        ImportMapping read = upload.readMapping();
        return commits.commit(call.key() == null ? call : call.saying(upload.digest()), () -> {
            String id = upload.send(imports, read, call.user());
            return Reply.accepted(desk.path().ofImport(id), find(id));
        });
    }

    @GetMapping("/{id}")
    @Operation(summary = "How an import is getting on, and at its end what came of it")
    ImportView one(@PathVariable String id) {
        return find(id);
    }

    private ImportView find(String id) {
        return imports.find(id).orElseThrow(() -> new ImportUnknown(id));
    }

    /** There is no such import. */
    static final class ImportUnknown extends RuntimeException {
        ImportUnknown(String id) {
            super("there is no import '" + id + "'");
        }
    }
}
