/** Each row of the table of inferred relationships, in each place for results, woven and not. */
package org.easymodel.contract.inference.matrix;
