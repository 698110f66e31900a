package org.easymodel.cdi;

import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.reflect.Constructor;
import java.lang.reflect.Member;

/** Where something is injected, for messages. */
final class Place {

    private Place() {}

    /** The member without its types; a look-up by the container has none. */
    static String of(InjectionPoint point) {
        Member member = point.getMember();
        if (member == null) {
            return point.getType().getTypeName();
        }
        String owner = member.getDeclaringClass().getSimpleName();
        return member instanceof Constructor ? owner : owner + "." + member.getName();
    }
}
