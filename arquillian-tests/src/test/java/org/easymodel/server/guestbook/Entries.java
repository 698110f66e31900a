package org.easymodel.server.guestbook;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.easymodel.EasyRepository;

/** The entries, with a question of this application. Not public, as most are. */
interface Entries extends EasyRepository<Entry> {

    default CompletionStage<List<Entry>> writtenBy(String name) {
        return select(Map.of("guest", Map.of("name", name))).orderBy("text").list();
    }
}
