/** How long an application takes to start on a database that has everything already. */
@NullMarked
package org.easymodel.benchmark.start;

import org.jspecify.annotations.NullMarked;
