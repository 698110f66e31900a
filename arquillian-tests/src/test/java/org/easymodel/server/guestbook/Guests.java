package org.easymodel.server.guestbook;

import java.util.Map;
import org.easymodel.BlockingRepository;

/** The guests, in the transaction of the caller. */
public interface Guests extends BlockingRepository<Guest> {

    default Guest welcome(String name) {
        return first(Map.of("name", name)).orElseGet(() -> insertMap(Map.of("name", name)));
    }
}
