package org.easymodel.engine;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.easymodel.EasyTransaction;

/** Opens asynchronous transactions, or joins the one that there is. */
interface TransactionOpener {

    /** How long a transaction may last unless a call says otherwise. */
    Duration timeout();

    <R> CompletionStage<R> transaction(
            String place, Duration longest, Function<? super EasyTransaction, ? extends CompletionStage<R>> work);
}
