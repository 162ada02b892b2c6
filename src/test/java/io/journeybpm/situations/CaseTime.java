package io.journeybpm.situations;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;

/** Time in one case: as it passes, what falls due in between is done when it does. */
final class CaseTime {

    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    private final ProcessEngine engine;
    private final String caseId;

    CaseTime(ProcessEngine engine, String caseId, LocalDateTime begin) {
        this.engine = engine;
        this.caseId = caseId;
        be(begin);
    }

    /** Time passes. */
    void passTo(LocalDateTime until) {
        if (!until.isAfter(now())) {
            return;
        }
        for (Job due = due(until); due != null; due = due(until)) {
            Date at = due.getDuedate();
            if (at != null && at.toInstant().isAfter(ClockUtil.getCurrentTime().toInstant())) {
                ClockUtil.setCurrentTime(at);
            }
            engine.getManagementService().executeJob(due.getId());
        }
        be(until);
    }

    /** The next job of the case that falls due by then. */
    private Job due(LocalDateTime until) {
        Date end = Date.from(until.atZone(ZONE).toInstant());
        return engine.getManagementService().createJobQuery().withRetriesLeft().list().stream()
                .filter(each -> each.getProcessInstanceId() != null && ofTheCase(each.getProcessInstanceId()))
                .filter(each -> each.getDuedate() == null || !each.getDuedate().after(end))
                .min(Comparator.comparing(Job::getDuedate, Comparator.nullsFirst(Comparator.naturalOrder())))
                .orElse(null);
    }

    private boolean ofTheCase(String instance) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .processInstanceBusinessKey(caseId)
                        .count()
                > 0;
    }

    private static void be(LocalDateTime at) {
        ClockUtil.setCurrentTime(Date.from(at.atZone(ZONE).toInstant()));
    }

    private static LocalDateTime now() {
        return LocalDateTime.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZONE);
    }

    LocalDate day() {
        return now().toLocalDate();
    }

    LocalDateTime today(int hour, int minute) {
        return day().atTime(hour, minute);
    }

    LocalDate workdays(int ahead) {
        LocalDate day = day();
        for (int left = ahead; left > 0; ) {
            day = day.plusDays(1);
            left -= isWorkday(day) ? 1 : 0;
        }
        return day;
    }

    static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    LocalDate fridayNextWeek() {
        return day().plusWeeks(1).with(DayOfWeek.FRIDAY);
    }

    static ZonedDateTime zoned(LocalDateTime at) {
        return at.atZone(ZONE).withFixedOffsetZone();
    }
}
