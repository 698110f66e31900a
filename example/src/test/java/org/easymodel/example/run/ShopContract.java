package org.easymodel.example.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The whole run of the shop, step after step on one database, as a person would try it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ShopContract {

    @TempDir(cleanup = CleanupMode.ALWAYS)
    private static Path directory;

    private ShopRows loaded = new ShopRows(0, 0);

    /** The database server; empty for the embedded Derby. */
    abstract Optional<String> url();

    @Test
    @Order(1)
    void run_fresh_tellsTheStory() {
        String story = run(true, false, false);

        assertThat(story)
                .contains("9 tables; 21 relationships, 20 of them inferred from foreign keys")
                .contains("PRODUCT.tags       because ProductTag holds the keys of Product and Tag and nothing else")
                .contains("safe  CreateTable ORDER_ITEM")
                .containsPattern("revision  \\S+0001_[0-9a-f]{12}_create_the_shop")
                .containsPattern("changelog \\S+changelog\\.yaml")
                .contains("users          500")
                .contains("products       2,000")
                .contains("orders         5,000")
                .containsPattern("order SO-STORY of .+, id \\d+")
                .contains("staff pick")
                .contains("EM-2101 Order.insertMap: another row has the same value of a unique key of Order (number).")
                .contains("the new user is there: false")
                .contains("stock raised by 10 for 88 laptops")
                .containsPattern("Laptops +88 products   stock worth +1,869,960\\.42   average price +1,118\\.15")
                .contains("shop.mmd")
                .doesNotContain("\r");
        loaded = rows(false);
        assertThat(loaded.count()).isEqualTo(27_967);
    }

    @Test
    @Order(2)
    void run_again_saysThatNothingChanged() throws IOException {
        List<String> before = files();

        String story = run(false, false, false);

        assertThat(story).contains("Nothing changed: model, revisions and database agree");
        assertThat(files()).isEqualTo(before);
        assertThat(rows(false)).isEqualTo(loaded);
    }

    @Test
    @Order(3)
    void run_withLoyalty_addsARevisionWithItsDanger() {
        String story = run(false, true, false);

        assertThat(story)
                .contains("RenameColumn \"USER\".PHONE to PHONE_NUMBER  EM116")
                .contains("safe  AddColumn \"USER\".LOYALTY_POINTS")
                .containsPattern("revision  \\S+0002_[0-9a-f]{12}_add_loyalty_points")
                .contains("loyalty points null");
        assertThat(rows(true)).isEqualTo(loaded);
        assertThat(run(false, true, false)).contains("Nothing changed");
    }

    @Test
    @Order(4)
    void downgrade_takesTheRevisionBackWithTheRowsIntact() {
        String story = run(false, false, true);

        assertThat(story).containsPattern("Took back 0002_[0-9a-f]{12}_add_loyalty_points in 2 steps");
        assertThat(rows(false)).isEqualTo(loaded);
        assertThat(run(false, false, false)).contains("Nothing changed");
    }

    private String run(boolean fresh, boolean withLoyalty, boolean downgrade) {
        RecordedTerminal recorded = new RecordedTerminal(false);
        ShopRun.run(new ShopArguments(directory, url(), fresh, withLoyalty, downgrade), recorded.terminal());
        return recorded.text();
    }

    private ShopRows rows(boolean withLoyalty) {
        ShopArguments arguments = new ShopArguments(directory, url(), false, withLoyalty, false);
        ShopDatabase database = ShopDatabase.of(arguments, new RunDirectory(directory));
        try {
            return ShopRows.of(database);
        } finally {
            database.shutDown();
        }
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("revisions"))) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
