/**
 * Pictures of a schema: entity relationship diagrams as text. Entry type: {@link org.easymodel.diagram.ModelDiagram}. May
 * import: {@code java.*}, {@code failure}, {@code schema}.
 */
@NullMarked
package org.easymodel.diagram;

import org.jspecify.annotations.NullMarked;
