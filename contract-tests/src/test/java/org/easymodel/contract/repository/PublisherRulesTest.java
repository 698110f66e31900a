package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import org.easymodel.contract.repository.library.Author;
import org.junit.jupiter.api.Test;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.ITestResult;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;

/** The technology compatibility kit of reactive streams, which is written for TestNG. */
class PublisherRulesTest {

    private static final int MOST = 300;

    /** The rules, for the rows of a table on H2. */
    public static class Rules extends FlowPublisherVerification<Author> {

        public Rules() {
            super(new TestEnvironment(2000, 200));
        }

        @Override
        public Flow.Publisher<Author> createFlowPublisher(long elements) {
            return Library.on(Database.H2)
                    .easy
                    .repository(Author.class)
                    .select()
                    .withoutRelated()
                    .limit((int) elements)
                    .publish();
        }

        @Override
        public Flow.Publisher<Author> createFailedFlowPublisher() {
            return Library.on(Database.H2)
                    .easy
                    .repository(Author.class)
                    .select()
                    .orderBy("nowhere")
                    .publish();
        }

        @Override
        public long maxElementsFromPublisher() {
            return MOST;
        }
    }

    @Test
    void allRulesAreKept() {
        Library library = Library.on(Database.H2);
        library.empty();
        library.easy
                .blocking(Author.class)
                .insertMaps(IntStream.range(0, MOST)
                        .mapToObj(i -> Map.<String, Object>of("name", "n" + i))
                        .toList());
        List<String> passed = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        TestNG kit = new TestNG(false);
        kit.setTestClasses(new Class<?>[] {Rules.class});
        kit.addListener(new TestListenerAdapter() {
            @Override
            public void onTestSuccess(ITestResult result) {
                passed.add(result.getName());
            }

            @Override
            public void onTestFailure(ITestResult result) {
                failed.add(result.getName() + ": " + result.getThrowable());
            }
        });
        kit.run();
        assertThat(failed).isEmpty();
        assertThat(passed).hasSizeGreaterThan(25);
    }
}
