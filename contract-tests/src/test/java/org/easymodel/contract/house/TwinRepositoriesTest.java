package org.easymodel.contract.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepository;
import org.junit.jupiter.api.Test;

/** The two views of a repository have the same verbs with the same parameters; a result of one is a stage of that of the other. */
class TwinRepositoriesTest {

    /** What leads from one view to the other, and what gives a thing of the view itself. */
    private static final Map<String, String> TWINS = Map.of(
            "org.easymodel.BlockingRepository<E>", "org.easymodel.EasyRepository<E>",
            "org.easymodel.BlockingQuery<E>", "org.easymodel.EasyQuery<E>");

    @Test
    void verbs_areTheSameInBothViews() {
        Map<String, String> blocking = verbs(BlockingRepository.class, "async");
        Map<String, String> easy = verbs(EasyRepository.class, "blocking");
        assertThat(easy.keySet()).isEqualTo(blocking.keySet());
        blocking.forEach((verb, result) -> assertThat(easy.get(verb))
                .as(verb)
                .isIn(result, "java.util.concurrent.CompletionStage<" + result + ">", TWINS.get(result)));
        assertThat(easy.values()).anyMatch(result -> result.startsWith("java.util.concurrent.CompletionStage<"));
    }

    private static Map<String, String> verbs(Class<?> view, String other) {
        Map<String, String> verbs = new TreeMap<>();
        for (Method method : view.getMethods()) {
            if (!method.getName().equals(other) && !isOfTransactions(method)) {
                verbs.put(signature(method), method.getGenericReturnType().getTypeName());
            }
        }
        return verbs;
    }

    /** Their parameters are functions that get or give what differs between the views. */
    private static boolean isOfTransactions(Method method) {
        return method.getName().equals("transaction");
    }

    private static String signature(Method method) {
        return method.getName()
                + Arrays.stream(method.getGenericParameterTypes())
                        .map(java.lang.reflect.Type::getTypeName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
