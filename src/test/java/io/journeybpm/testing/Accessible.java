package io.journeybpm.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What keeps people with a screen reader, a keyboard or poor sight from using a page, as axe-core finds it. */
public final class Accessible {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private Accessible() {}

    /** Fails on what is serious or critical anywhere on a page of ours, and lists it. */
    public static void check(Page page) {
        check(new AxeBuilder(page));
    }

    /** The same within our own elements of somebody else's page; at least one is to be there. */
    public static void check(Page page, String ours) {
        assertThat(page.locator(ours).count()).as("elements %s", ours).isPositive();
        check(new AxeBuilder(page).include(ours));
    }

    private static void check(AxeBuilder axe) {
        AxeResults results = axe.analyze();
        assertThat(results.getPasses()).as("rules that were tried").isNotEmpty();
        List<String> found = results.getViolations().stream()
                .filter(each -> GRAVE.contains(each.getImpact()))
                .map(Accessible::told)
                .toList();
        assertThat(found).as("what keeps people out").isEmpty();
    }

    private static String told(Rule violated) {
        return violated.getImpact() + ": " + violated.getHelp() + " (" + violated.getId() + ")\n"
                + violated.getNodes().stream().map(CheckedNode::getHtml).collect(Collectors.joining("\n"));
    }
}
