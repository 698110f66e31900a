/** The entities of the unit in a third version. */
@NullMarked
package org.easymodel.contract.start.third;

import org.jspecify.annotations.NullMarked;
