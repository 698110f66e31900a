@SequenceGenerator(name = "PRESS", sequenceName = "PRESS_SEQ", initialValue = 5, allocationSize = 10, options = "NO CYCLE")
package press;

import jakarta.persistence.SequenceGenerator;
