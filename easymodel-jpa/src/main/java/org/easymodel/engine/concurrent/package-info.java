/**
 * How work moves between threads: corridors that run it, stages that know whether anybody still wants their result, a
 * mailbox whose turns run one at a time, and the slots for open transactions. Knows nothing of repositories. Entry types:
 * {@link org.easymodel.engine.concurrent.Corridor}, {@link org.easymodel.engine.concurrent.Mailbox}. May import: {@code
 * java.*}, {@code failure}.
 */
@NullMarked
package org.easymodel.engine.concurrent;

import org.jspecify.annotations.NullMarked;
