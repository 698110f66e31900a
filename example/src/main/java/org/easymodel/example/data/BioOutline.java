package org.easymodel.example.data;

/** The words for what users tell about themselves. */
final class BioOutline {

    /** To be read by {@link Outline}. */
    static final String TEXT = """
            = Biography
            job: Nurse; Carpenter; Teacher of history; Bus driver; Architect; Retired engineer; Pâtissière; Beekeeper;
              Translator; Paediatrician; Data analyst; Student of law; Violin maker; Gardener; Fire fighter;
              Librarian; Café owner; Potter; Marine biologist; Radio presenter; Optician; Tram driver; Doctoral
              student; Sound engineer; Physiotherapist
            hobby: rock climbing; chess; choir singing; old bicycles; sourdough; crossword puzzles; bird watching;
              open-water swimming; jazz records; vintage cameras; urban gardening; karaoke; table tennis; model
              railways; knitting; astronomy; tango; flea markets; trail running; board games; watercolours; film noir;
              mending things; fermentation
            pastime: long breakfasts; night trains; rainy Sundays; museums; cycling; thunderstorms; brass bands; puns;
              maps; saunas; naps
            other: a cat called Möhre; two noisy children; a very old dog; twins; a balcony full of tomatoes; a boat
              that leaks; seven guitars; a grumpy parrot; more books than shelves; a 1968 Citroën; three hens
            nickname: Bo; Sunny; The Professor; Kiki; Turbo; Doc; Mäuschen; Speedy; Chef; Bee; Captain
            motto: Why not?; Less, but better.; Tomorrow is another day.; Buy once, cry once.; C'est la vie!; Measure
              twice, cut once.; Ohne Kaffee ohne mich.; Slow is smooth, smooth is fast.; Que será, será.
            place: a small village by the sea; the mountains; a house without stairs; the north, where winters are
              long; Curaçao; the flat above a bakery; a family of nine; Genève; the outskirts of São Luís
            opening: {job}, living in {city} with {other}.; {job} by day, {hobby} by night.; {job}. Loves {hobby},
              hates queues.; {job} with {other}, a weakness for {dish} and no patience at all.; {job}, born in
              {place}.
            sentence: Fond of {hobby}, {pastime} and {dish}.; Grew up in {place}, now at home in {city}.; Friends call
              me "{nickname}".; My motto: "{motto}"; I cook the best {dish} in {city}, or so they say.; Always looking
              for good gifts, good coffee and good company.; Ask me anything about {hobby}!; Came to {city} for love,
              stayed for the {dish}.; Here mostly for the reviews.; If you read this, bring {dish}.
            """;

    private BioOutline() {}
}
