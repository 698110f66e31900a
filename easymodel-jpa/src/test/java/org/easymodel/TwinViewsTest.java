package org.easymodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwinViewsTest {

    private static final Map<String, String> TWINS = Map.of(
            EasyRepository.class.getName(), BlockingRepository.class.getName(),
            EasyQuery.class.getName(), BlockingQuery.class.getName(),
            EasyGrouping.class.getName(), BlockingGrouping.class.getName(),
            EasyRows.class.getName(), BlockingRows.class.getName(),
            EasyTransaction.class.getName(), BlockingTransaction.class.getName());

    /** The verbs that touch no database: done when they return, so that their results are the same in both views. */
    private static final Set<String> WITHOUT_DATABASE =
            Set.of("EasyRepository.as", "EasyRepository.schema", "EasyRepository.toMap");

    @ParameterizedTest
    @CsvSource({
        "EasyRepository, BlockingRepository",
        "EasyQuery, BlockingQuery",
        "EasyGrouping, BlockingGrouping",
        "EasyRows, BlockingRows",
        "EasyTransaction, BlockingTransaction"
    })
    void views_ofOneThing_haveTheSameVerbs(String async, String blocking) throws ClassNotFoundException {
        assertThat(verbs(async, true)).isNotEmpty().isEqualTo(verbs(blocking, false));
    }

    @Test
    void verbs_withoutDatabase_giveNoStage() {
        assertThat(EasyRepository.class.getMethods())
                .filteredOn(method -> WITHOUT_DATABASE.contains("EasyRepository." + method.getName()))
                .hasSize(4)
                .allSatisfy(method -> assertThat(method.getReturnType()).isNotEqualTo(CompletionStage.class));
    }

    /** Signature to result; of the asynchronous view what its stage gives, in words of the blocking one. */
    private static Map<String, String> verbs(String view, boolean async) throws ClassNotFoundException {
        Map<String, String> verbs = new TreeMap<>();
        for (Method method : Class.forName("org.easymodel." + view).getMethods()) {
            if (!method.getName().equals(async ? "blocking" : "async")) {
                String parameters = Arrays.stream(method.getGenericParameterTypes())
                        .map(type -> async ? twin(unstaged(type.getTypeName())) : type.getTypeName())
                        .collect(Collectors.joining(", "));
                boolean plain = WITHOUT_DATABASE.contains(view + "." + method.getName());
                verbs.put(
                        method.getName() + "(" + parameters + ")",
                        result(method.getGenericReturnType(), async && !plain));
            }
        }
        return verbs;
    }

    private static String result(Type type, boolean async) {
        if (!async || type == void.class) {
            return type.getTypeName();
        }
        if (type instanceof ParameterizedType stage && stage.getRawType() == CompletionStage.class) {
            return stage.getActualTypeArguments()[0].getTypeName();
        }
        if (type instanceof ParameterizedType rows && rows.getRawType() == Flow.Publisher.class) {
            return type.getTypeName();
        }
        String name = type.getTypeName();
        assertThat(TWINS.keySet()).as("a result that is no stage").contains(name.replaceAll("<.*", ""));
        return twin(name);
    }

    /** A function whose stage is the end of something is a function whose return is. */
    private static String unstaged(String name) {
        return name.replaceAll(CompletionStage.class.getName().replace(".", "\\.") + "<(\\w+)>", "$1");
    }

    private static String twin(String name) {
        String twin = name;
        for (Map.Entry<String, String> each : TWINS.entrySet()) {
            twin = twin.replaceAll("\\b" + each.getKey().replace(".", "\\.") + "\\b", each.getValue());
        }
        return twin;
    }
}
