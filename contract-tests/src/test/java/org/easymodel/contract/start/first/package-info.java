/** The entities of the unit in its first version. */
@NullMarked
package org.easymodel.contract.start.first;

import org.jspecify.annotations.NullMarked;
