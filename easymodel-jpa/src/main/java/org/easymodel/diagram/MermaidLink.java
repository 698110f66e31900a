package org.easymodel.diagram;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.zip.Deflater;
import org.easymodel.schema.Json;

/** Packs a diagram into a link of the Mermaid live editor: deflated JSON in URL-safe Base64. */
final class MermaidLink {

    private static final String EDITOR = "https://mermaid.live/edit#pako:";

    private MermaidLink() {}

    static String of(String mermaid) {
        String state = Json.compact(Map.of("code", mermaid, "mermaid", Map.of("theme", "default")));
        return EDITOR + Base64.getUrlEncoder().withoutPadding().encodeToString(deflated(state));
    }

    private static byte[] deflated(String text) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[4096];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
