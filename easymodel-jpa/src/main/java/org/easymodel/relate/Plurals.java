package org.easymodel.relate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.atteo.evo.inflector.English;

/**
 * The plural of an English word. A word that is a plural already stays, and so does one that has none. The inflector knows the
 * regular endings and many irregular words, but takes every word for a singular, and is of the opinion that {@code memo} is one
 * like {@code potato}.
 */
final class Plurals {

    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("person", "people"),
            Map.entry("foot", "feet"),
            Map.entry("tooth", "teeth"),
            Map.entry("goose", "geese"),
            Map.entry("medium", "media"),
            Map.entry("datum", "data"),
            Map.entry("matrix", "matrices"),
            Map.entry("vertex", "vertices"),
            Map.entry("appendix", "appendices"));

    /** The ends of words that have no other plural. */
    private static final List<String> WITHOUT = List.of(
            "data",
            "information",
            "equipment",
            "staff",
            "feedback",
            "software",
            "hardware",
            "firmware",
            "middleware",
            "money",
            "cash",
            "music",
            "advice",
            "evidence",
            "knowledge",
            "traffic",
            "weather",
            "furniture",
            "luggage",
            "baggage",
            "machinery",
            "merchandise",
            "personnel",
            "police",
            "cattle",
            "livestock",
            "offspring",
            "sheep",
            "fish",
            "deer",
            "moose",
            "aircraft",
            "spacecraft",
            "homework",
            "jewelry",
            "stuff",
            "series",
            "species",
            "chassis",
            "corps",
            "news");

    /** The ends of plurals that have no {@code s}. */
    private static final List<String> PLURALS = List.of(
            "people",
            "children",
            "feet",
            "teeth",
            "geese",
            "mice",
            "lice",
            "oxen",
            "dice",
            "media",
            "criteria",
            "phenomena",
            "bacteria",
            "curricula",
            "strata",
            "errata",
            "memoranda",
            "alumni",
            "stimuli",
            "indices",
            "matrices",
            "vertices",
            "appendices");

    /** Singulars that end as plurals do. */
    private static final Set<String> SINGULARS = Set.of(
            "gas",
            "alias",
            "atlas",
            "canvas",
            "bias",
            "pancreas",
            "chaos",
            "cosmos",
            "ethos",
            "pathos",
            "thermos",
            "rhinoceros",
            "asbestos",
            "kudos",
            "pos",
            "lens",
            "summons",
            "sms",
            "mms",
            "gps",
            "dns",
            "cms",
            "lms",
            "pms",
            "wms",
            "tms",
            "dms",
            "tls",
            "aws",
            "specimen",
            "regimen",
            "omen",
            "abdomen",
            "stamen",
            "lumen",
            "yes");

    /** Of {@code us} and {@code is}, which are ends of singulars: what is a plural all the same. */
    private static final Set<String> PLURALS_OF_VOWELS = Set.of(
            "menus", "gurus", "emus", "gnus", "apis", "kpis", "taxis", "skis", "wikis", "kiwis", "alibis", "bikinis",
            "safaris", "uris", "guis");

    private static final Set<String> ENDING_IN_OES = Set.of(
            "hero",
            "potato",
            "tomato",
            "echo",
            "veto",
            "torpedo",
            "embargo",
            "cargo",
            "mosquito",
            "tornado",
            "volcano",
            "domino",
            "mango",
            "buffalo");

    private static final Set<String> NO_MEN =
            Set.of("human", "roman", "german", "norman", "ottoman", "talisman", "shaman", "caiman");

    private Plurals() {}

    /** Of one word; its first letter keeps its case. */
    static String of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (isPlural(lower)) {
            return word;
        }
        String plural = plural(lower);
        boolean capital = Character.isUpperCase(word.charAt(0));
        return capital ? Names.capitalized(plural) : plural;
    }

    /** Whether a word is the plural of another one, as far as its ending says; not so of one that has no other form. */
    static boolean isOfAnother(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return isPlural(lower)
                && (IRREGULAR.values().stream().anyMatch(lower::endsWith)
                        || WITHOUT.stream().noneMatch(lower::endsWith));
    }

    /** Of an acronym in capital letters. */
    static String ofAcronym(String word) {
        return word + (word.endsWith("S") ? "es" : "s");
    }

    private static String plural(String word) {
        for (Map.Entry<String, String> each : IRREGULAR.entrySet()) {
            if (word.endsWith(each.getKey())) {
                return word.substring(0, word.length() - each.getKey().length()) + each.getValue();
            }
        }
        if (word.endsWith("man") && NO_MEN.contains(word)) {
            return word + "s";
        }
        if (word.length() > 2 && word.endsWith("o") && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0) {
            return word + (ENDING_IN_OES.contains(word) ? "es" : "s");
        }
        return English.plural(word);
    }

    private static boolean isPlural(String word) {
        if (SINGULARS.contains(word)) {
            return false;
        }
        if (Stream.concat(WITHOUT.stream(), PLURALS.stream()).anyMatch(word::endsWith)
                || word.equals("men")
                || word.endsWith("smen")
                || word.endsWith("women")
                || PLURALS_OF_VOWELS.contains(word)) {
            return true;
        }
        return word.length() > 2
                && word.endsWith("s")
                && Stream.of("ss", "us", "is").noneMatch(word::endsWith);
    }
}
