package io.journeybpm.testing;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Model;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.engine.platform7.ElementCoverageParseListener;
import org.camunda.community.process_test_coverage.engine.platform7.ExecutionContextModelProvider;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.report.CoverageReportUtil;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Which flow nodes and sequence flows the tests of a class have taken. */
@TestConfiguration(proxyBeanMethods = false)
public class Coverage {

    private final DefaultCollector collector = new DefaultCollector(new ExecutionContextModelProvider());

    @Bean
    AbstractCamundaConfiguration coverageOfProcesses() {
        return new AbstractCamundaConfiguration() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
            }
        };
    }

    /** Begins to watch; everything deployed from now on is covered. */
    public void watch(ProcessEngine engine, String name) {
        collector.createSuite(new Suite(name, name));
        collector.setExcludedProcessDefinitionKeys(List.of());
        collector.activateSuite(name);
        collector.createRun(new Run(name, name), name);
        collector.activateRun(name);
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.getCustomPostBPMNParseListeners().stream()
                .filter(ElementCoverageParseListener.class::isInstance)
                .map(ElementCoverageParseListener.class::cast)
                .forEach(listener -> listener.setCoverageState(collector));
    }

    /** The share of a process's flow nodes and sequence flows that were taken: 0 to 1. */
    public double of(String process) {
        Model model = collector.getModels().stream()
                .filter(each -> each.getKey().equals(process))
                .findFirst()
                .orElseThrow(() -> new AssertionError("'" + process + "' never ran"));
        return collector.getActiveSuite().calculateCoverage(model);
    }

    /** Writes the report with the diagrams. */
    public void report(String directory) {
        CoverageReportUtil.createReport(collector, directory);
    }
}
