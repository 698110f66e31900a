package org.easymodel.server.probe;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** What the server keeps in memory when it has collected what is not used. */
@Path("heap")
public class Heap {

    @GET
    public String usedBytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return Long.toString(memory.getHeapMemoryUsage().getUsed());
    }
}
