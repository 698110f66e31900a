package org.easymodel.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.server.guestbook.Entry;
import org.easymodel.server.guestbook.Guest;
import org.easymodel.server.guestbook.Guestbook;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an application does with injected repositories, on any server and any database. */
@ExtendWith(ArquillianExtension.class)
abstract class GuestbookContract {

    @Inject
    private Guestbook guestbook;

    @Test
    void write_thenRead_findsTheEntryWithItsGuest() throws Exception {
        Entry written = await(guestbook.write("Ada", "Hello"));

        assertThat(written.getId()).isNotNull();
        assertThat(written.getGuest().getName()).isEqualTo("Ada");

        List<Entry> found = await(guestbook.writtenBy("Ada"));

        assertThat(found).extracting(Entry::getText).containsExactly("Hello");
        assertThat(found.get(0)).isNotSameAs(written);
        assertThat(found.get(0).getGuest().getName()).isEqualTo("Ada");
    }

    @Test
    void write_twiceByOneGuest_linksToTheSameGuest() throws Exception {
        Entry first = await(guestbook.write("Grace", "One"));
        long guests = await(guestbook.countGuests());
        Entry second = await(guestbook.write("Grace", "Two"));

        assertThat(second.getGuestId()).isEqualTo(first.getGuestId());
        assertThat(await(guestbook.countGuests())).isEqualTo(guests);
    }

    @Test
    void relationship_ofABaseClassThatIsNotLoaded_saysSo() throws Exception {
        Guest guest = await(guestbook.write("Alan", "Hi")).getGuest();

        assertThatThrownBy(() -> guest.relatedList("entries", Entry.class)).hasMessageStartingWith("EM-140");
    }

    @Test
    void replaceAndForget_changeWhatIsThere() throws Exception {
        Entry entry = await(guestbook.write("Edsger", "Old"));

        assertThat(await(guestbook.replace("Edsger", "New"))).isEqualTo(1);
        assertThat(await(guestbook.writtenBy("Edsger")))
                .extracting(Entry::getText)
                .containsExactly("New");
        assertThat(await(guestbook.forget(entry.getId()))).isTrue();
        assertThat(await(guestbook.writtenBy("Edsger"))).isEmpty();
    }

    @Test
    void blockingWork_whenTheCallerFails_isGone() throws Exception {
        assertThatThrownBy(() -> guestbook.writeAndFail("Linus", "Gone")).hasMessageContaining("the caller fails");

        assertThat(await(guestbook.writtenBy("Linus"))).isEmpty();
    }

    @Test
    void blockingWork_inTheCallersTransaction_seesItself() throws Exception {
        assertThat(guestbook.writeTwice("Barbara")).isEqualTo(2);
        assertThat(await(guestbook.writtenBy("Barbara"))).hasSize(2);
    }

    @Test
    void transaction_whoseStageSucceedsLater_isCommitted() throws Exception {
        assertThat(await(guestbook.writeTogether("Margaret", false))).isEqualTo(1);
        assertThat(await(guestbook.writtenBy("Margaret")))
                .extracting(Entry::getText)
                .containsExactly("first", "third");
    }

    @Test
    void transaction_whoseStageFailsLater_isRolledBack() throws Exception {
        assertThatThrownBy(() -> await(guestbook.writeTogether("Niklaus", true)))
                .hasMessageContaining("the stage fails");
        assertThat(await(guestbook.writtenBy("Niklaus"))).isEmpty();
    }

    @Test
    void call_fromAThreadThatTheServerDoesNotKnow_isDone() throws Exception {
        await(guestbook.writeFromElsewhere("Konrad"));

        assertThat(await(guestbook.writtenBy("Konrad")))
                .extracting(Entry::getText)
                .containsExactly("from elsewhere");
    }

    @Test
    void callBesideATransaction_staysWhenThatFails() throws Exception {
        assertThatThrownBy(() -> await(guestbook.writeBeside("Radia"))).hasMessageContaining("the stage fails");
        assertThat(await(guestbook.writtenBy("Radia"))).hasSize(1);
        assertThat(await(guestbook.writtenBy("Radia lost"))).isEmpty();
    }

    @Test
    void blockingTransaction_joinsTheCallers() throws Exception {
        assertThatThrownBy(() -> guestbook.writeTogetherAndFail("Dennis")).hasMessageContaining("the caller fails");
        assertThat(await(guestbook.writtenBy("Dennis"))).isEmpty();
    }

    @Test
    void interfaceOfTheApplication_isInjected() throws Exception {
        await(guestbook.write("Hedy", "Over"));

        assertThat(await(guestbook.askedOf("Hedy"))).extracting(Entry::getText).containsExactly("Over");
    }

    @Test
    void interfaceOfTheApplication_joinsTheCallersTransaction() throws Exception {
        assertThat(guestbook.isWelcomedOnce("Katherine")).isTrue();
        long guests = await(guestbook.countGuests());

        assertThatThrownBy(() -> guestbook.welcomeAndFail("Nobody else")).hasMessageContaining("the caller fails");
        assertThat(await(guestbook.countGuests())).isEqualTo(guests);
    }

    @Test
    void failure_ofAStage_isOursAndChangesNothing() throws Exception {
        long guests = await(guestbook.countGuests());

        assertThatThrownBy(() -> await(guestbook.writeWrongly("Nobody")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("txet");
        assertThat(await(guestbook.countGuests())).isEqualTo(guests);
    }

    private static <T> T await(CompletionStage<T> stage) throws Exception {
        try {
            return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception failure) {
                throw failure;
            }
            throw e;
        }
    }
}
