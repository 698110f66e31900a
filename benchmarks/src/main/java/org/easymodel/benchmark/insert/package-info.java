/** How long many rows take to be inserted. */
@NullMarked
package org.easymodel.benchmark.insert;

import org.jspecify.annotations.NullMarked;
