package org.easymodel.engine;

import java.time.Duration;
import java.util.function.Function;
import org.easymodel.BlockingTransaction;

/** Opens transactions in the caller's thread, or joins the one that there is. */
interface BlockingTransactionOpener {

    /** How long a transaction may last unless a call says otherwise. */
    Duration timeout();

    <R> R transaction(String place, Duration longest, Function<? super BlockingTransaction, ? extends R> work);
}
