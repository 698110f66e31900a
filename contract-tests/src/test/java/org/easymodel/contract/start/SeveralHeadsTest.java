package org.easymodel.contract.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.easymodel.contract.repository.Database;
import org.easymodel.contract.start.first.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A start with the revisions of two branches that nobody has joined. */
@Timeout(120)
class SeveralHeadsTest {

    @TempDir
    Path root;

    @TempDir
    Path aside;

    @Test
    void upgrade_twoHeads_isRefusedUnlessItIsWanted() throws IOException {
        Map<String, String> database = Database.H2.properties("severalheads");
        LedgerUnit first = LedgerUnit.first(root, database);
        first.migrations().revision("First");
        Path folder = LedgerUnit.second(root, database)
                .migrations()
                .revision("Second")
                .folder()
                .orElseThrow();
        Path moved = Files.move(folder, aside.resolve(folder.getFileName()));
        LedgerUnit third = LedgerUnit.third(root, database);
        third.migrations().revision("Third");
        Files.move(moved, folder);
        assertThatThrownBy(() -> first.start("upgrade", em -> {}))
                .hasMessageContaining("EM-3025 revisions: there is more than one newest revision: ")
                .hasMessageContaining("Join them with merge.");
        first.start(
                Map.of("easymodel.migrate", "upgrade", "easymodel.migrate.multiple-heads", "apply"),
                em -> em.persist(new Account(1, "Ann")));
        assertThat(first.migrations().current().size()).isEqualTo(3);
    }
}
