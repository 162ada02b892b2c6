package io.journeybpm.pages;

import io.journeybpm.casework.Once;
import io.journeybpm.engine.AnnouncedVisits;
import io.journeybpm.engine.AnnouncedVisits.NoLongerWaiting;
import io.journeybpm.engine.AnnouncedVisits.Question;
import io.journeybpm.engine.Briefings;
import io.journeybpm.engine.ReportedContact;
import io.journeybpm.engine.RunningCases;
import io.journeybpm.engine.RunningCases.RecordedContact;
import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Direction;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Link;
import io.journeybpm.ledger.Photo;
import io.journeybpm.ledger.Photos;
import io.journeybpm.ledger.Promise;
import io.journeybpm.links.CaseLinks;
import io.journeybpm.photos.Pictures;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What visitors do with their page. Each of it happens once, however often a bad connection sends it. */
final class VisitorDesk {

    private static final String OVER = "this visit doesn't wait for an answer any more";

    private final Errands errands;
    private final VisitorBrief briefs;
    private final AnnouncedVisits visits;
    private final RunningCases running;
    private final Briefings briefings;
    private final CaseLinks links;
    private final Photos photos;
    private final Pictures pictures;
    private final Appointments appointments;
    private final CaseClock clock;
    private final ZoneId zone;
    private final Once once;

    VisitorDesk(
            Errands errands,
            VisitorBrief briefs,
            AnnouncedVisits visits,
            RunningCases running,
            Briefings briefings,
            CaseLinks links,
            Photos photos,
            Pictures pictures,
            Appointments appointments,
            CaseClock clock,
            ZoneId zone,
            Once once) {
        this.errands = errands;
        this.briefs = briefs;
        this.visits = visits;
        this.running = running;
        this.briefings = briefings;
        this.links = links;
        this.photos = photos;
        this.pictures = pictures;
        this.appointments = appointments;
        this.clock = clock;
        this.zone = zone;
        this.once = once;
    }

    /** Another answer was given before, or the visit doesn't wait for one any more. */
    static final class NotNow extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotNow(String message) {
            super(message);
        }
    }

    /** The page as it stands; looking at it changes nothing. */
    VisitPage show(Link link) {
        return briefs.of(errands.of(link), clock.now());
    }

    /**
     * The visitor has the page before their eyes: whatever waits for their party has been read.
     *
     * @param at when, as the phone says, which may be long before it could be sent
     */
    void opened(Link link, @Nullable String at) {
        Instant read = SaidAt.moment(at, link.madeAt(), clock.now());
        once.write(() -> {
            boolean first = links.opened(link);
            Errand errand = errands.of(link);
            String party = errand.party();
            if (party != null
                    && errand.state() == VisitPage.State.OPEN
                    && (first || errand.about().briefs().isUnreadBy(party))) {
                running.change(link.caseId(), file -> {
                    file.handoffs().read(party, errand.actor(), read);
                    return file;
                });
            }
            return first;
        });
    }

    /**
     * The visitor says how it went.
     *
     * @throws NotNow if something else was answered before, or the visit doesn't wait for an answer any more
     */
    void answer(Link link, VisitAnswer body) {
        Errand errand = errands.of(link);
        List<Question> questions = errand.waiting() == null ? List.of() : visits.questions(errand.waiting());
        VisitAnswer.Said said = body.read(errand.party(), questions, link.madeAt(), clock.now(), zone);
        if (errand.state() == VisitPage.State.OPEN && link.openedAt() == null) {
            // whoever answers has read what the page says
            opened(link, body.at());
        }
        try {
            once.write(() -> record(link, said));
        } catch (NoLongerWaiting overtaken) {
            throw new NotNow(OVER);
        }
        requireSame(link, said);
    }

    /** Of several at once the first is recorded; the others are it, or are told of it. */
    private void requireSame(Link link, VisitAnswer.Said said) {
        if (!links.isAnswer(link, said.digest())) {
            throw new NotNow("another answer was recorded for this visit before");
        }
    }

    /** Whoever comes second waits for the first, and looks again at what is left to answer. */
    private Errand record(Link link, VisitAnswer.Said said) {
        running.change(link.caseId(), CaseFile::view);
        Errand errand = errands.of(link);
        if (errand.answer() != null) {
            return errand;
        }
        if (errand.state() != VisitPage.State.OPEN) {
            throw new NotNow(OVER);
        }
        ReportedContact report = report(errand, said);
        RecordedContact recorded = errand.waiting() == null
                ? running.record(link.caseId(), report)
                : visits.answer(link.caseId(), report, said.answers());
        briefings.after(link.caseId(), recorded.contact().entry());
        links.answered(link, said.digest());
        return errand;
    }

    private static ReportedContact report(Errand errand, VisitAnswer.Said said) {
        boolean drawn = errand.waiting() != null;
        // whoever comes first becomes the case's ambassador, which nobody without a login can be
        String user = errand.about().ambassador() == null ? null : errand.actor();
        return ReportedContact.builder()
                .touchpoint(errand.touchpoint())
                .activityInstanceId(
                        errand.waiting() == null ? null : errand.waiting().activityInstanceId())
                .channel(drawn ? null : Channel.VISIT)
                .direction(drawn ? null : Direction.OUTBOUND)
                .party(errand.party())
                .user(user)
                .outcome(said.outcome())
                .occurredAt(said.at())
                .note(said.note())
                .leftOpen(said.open())
                .nextStep(said.next())
                .externalId(Errand.externalId(errand.link()))
                .build();
    }

    /**
     * The visitor confirms the appointment, or moves it.
     *
     * @throws NotNow if there is none
     * @throws io.journeybpm.ledger.LedgerProblem if it can't be moved any more
     */
    void appointment(Link link, Slot slot) {
        Slot.Said said = slot.read(clock.now(), zone);
        once.write(() -> {
            Errand errand = errands.of(link);
            Promise promise = errand.promise();
            if (promise == null || errand.state() != VisitPage.State.OPEN) {
                throw new NotNow("there is no appointment for this visit any more");
            }
            appointments.settle(promise, said, errand.actor());
            return promise;
        });
    }

    /**
     * The visitor adds a photo.
     *
     * @param key what the page calls it
     * @param takenAt when, as the phone says
     * @throws NotNow if it comes too late
     */
    void photo(Link link, byte[] sent, String key, @Nullable String takenAt) {
        String senderKey = link.id() + ":" + key;
        if (photos.known(link.caseId(), senderKey).isPresent()) {
            return;
        }
        Errand errand = errands.of(link);
        Instant now = clock.now();
        if (PhotoTime.of(errand, now).isOver()) {
            throw new NotNow("photos of this visit can't be added any more");
        }
        Photo.Taken taken = new Photo.Taken(
                link.id(), null, errand.party(), link.made().visitorName(), SaidAt.moment(takenAt, link.madeAt(), now));
        Photo.Picture picture = pictures.read(sent);
        once.write(() -> photos.add(link.caseId(), taken, picture, senderKey));
    }

    /** A photo of the case, if it has it. */
    Optional<byte[]> picture(Link link, String id, Photos.Size size) {
        return photos.picture(link.caseId(), id, size);
    }
}
