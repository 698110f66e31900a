/** The migration parts of the documents that this library grew from, step by step, each class named after document and section. */
@NullMarked
package org.easymodel.contract.seeds;

import org.jspecify.annotations.NullMarked;
