/** Units that are said in code. */
@NullMarked
package org.easymodel.contract.builder;

import org.jspecify.annotations.NullMarked;
