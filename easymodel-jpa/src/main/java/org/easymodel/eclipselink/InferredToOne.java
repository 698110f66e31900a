package org.easymodel.eclipselink;

import org.easymodel.relate.KeyDescription;

/** An inferred relationship to one entity, beside the attributes that hold its key. */
interface InferredToOne {

    /** The attributes that hold the key, and those of the other entity's key. */
    KeyDescription key();
}
