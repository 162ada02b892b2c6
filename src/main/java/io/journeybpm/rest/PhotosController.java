package io.journeybpm.rest;

import io.journeybpm.ledger.Photo;
import io.journeybpm.ledger.Photo.Picture;
import io.journeybpm.ledger.Photos;
import io.journeybpm.photos.Pictures;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/cases/{caseId}/photos")
@Tag(name = "Photos", description = "What visitors saw")
class PhotosController {

    /** A photo never changes; one day is as long as a page is looked at. */
    private static final Duration KEPT_BY_BROWSERS = Duration.ofDays(1);

    private final Photos photos;
    private final Pictures pictures;
    private final Commits commits;
    private final Desk desk;

    PhotosController(Photos photos, Pictures pictures, Commits commits, Desk desk) {
        this.photos = photos;
        this.pictures = pictures;
        this.commits = commits;
        this.desk = desk;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Adds a photo to a case",
            description =
                    "'photo' is a JPEG or PNG of at most 8 MB. It is drawn anew as a JPEG of at most 1600 pixels "
                            + "at its longer edge; nothing else of what was sent is kept, neither where nor by what it was taken.")
    Reply<PhotoView> add(
            @PathVariable String caseId,
            @RequestPart MultipartFile photo,
            @RequestParam(required = false) @Nullable String contactId,
            @RequestParam(required = false) @Nullable String party,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String takenAt,
            Call call) {
        PhotoBody body = PhotoBody.read(Desk.id(caseId), photo, contactId, party, by, takenAt, desk.now());
        Picture picture = pictures.read(body.sent());
        return commits.commit(call.key() == null ? call : call.saying(body.digest()), () -> {
            Photo added = photos.add(caseId, body.taken(), picture, null);
            return Reply.created(desk.path().ofEntry(caseId, "photos", added.id()), PhotoView.of(added, desk.path()));
        });
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The photos of a case, oldest first")
    ListView<PhotoView> of(@PathVariable String caseId) {
        return new ListView<>(
                photos.of(desk.find(caseId).caseId()).stream()
                        .map(each -> PhotoView.of(each, desk.path()))
                        .toList(),
                null);
    }

    @GetMapping(path = "/{photoId}", produces = MediaType.IMAGE_JPEG_VALUE)
    @Operation(summary = "A photo itself; with size=small at most 320 pixels at its longer edge")
    ResponseEntity<byte[]> one(
            @PathVariable String caseId,
            @PathVariable String photoId,
            @RequestParam(required = false) @Nullable String size) {
        Photos.Size wanted = "small".equals(size) ? Photos.Size.SMALL : Photos.Size.WHOLE;
        return photos.picture(desk.find(caseId).caseId(), photoId, wanted)
                .map(PhotosController::show)
                .orElseThrow(() -> Desk.unknown("photo", photoId));
    }

    private static ResponseEntity<byte[]> show(byte[] picture) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(
                        CacheControl.maxAge(KEPT_BY_BROWSERS).cachePrivate().immutable())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().build().toString())
                .body(picture);
    }
}
