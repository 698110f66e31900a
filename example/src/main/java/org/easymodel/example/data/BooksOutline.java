package org.easymodel.example.data;

/** The words for the products of the department Books. */
final class BooksOutline {

    /** To be read by {@link Outline}. */
    static final String TEXT = """
            = Books
            code: BOO
            brand: Lantern Press; Quayside Books; Éditions Colibri; Larkspur House; Blue Heron; Two Rivers; Midnight
              Mill
            name: {title} ({variant}); {title} ({variant}); {title}: {subtitle} ({variant})
            variant: paperback; hardcover; pocket edition; signed edition; large print
            mood: gripping; tender; clever; richly detailed; funny; unforgettable; surprising
            use: long winter evenings; the train to work; the beach; curious readers; readers of all ages; a rainy
              Sunday
            lead: A {mood} {noun} for {use}.; {brand} presents a {mood} {noun} for {use}.; The {mood} {noun} of the
              season, for {use}.
            closing: 320 pages.; 416 pages, with an afterword by the author.; With a ribbon marker.; Translated into
              23 languages.; Printed on recycled paper.; Third edition.
            person: Clara; Doctor Mbeki; Inspector Ahlgren; Señora Ruiz; Old Tom; Amélie; Captain Ito; Father
              Brannigan; Leyla; Miss Penrose
            == Fiction
            pros: The characters feel like people I know; I did not see the ending coming; Each chapter makes you want
              the next one; The dialogue is full of wit; The language is beautiful without being mannered
            cons: The middle drags on for a hundred pages; The ending feels rushed; There are typing errors on every
              other page; The print is tiny; The culprit is obvious from the start
            === Crime Novels
            price: 8-26
            share: 8
            noun: crime novel; thriller; mystery
            place: Ystad; the Lighthouse; Marseille; Black Loch; Platform Nine; Villa Rosa; Galway Bay; the Opera;
              Zürich; Harbour Street; Kraków
            title: Death at {place}; The Silence of {place}; A Stranger in {place}; {person} Is Missing; The Last
              Letter from {place}; Blood on the Snow of {place}; {person} and the Broken Clock; Nobody Leaves {place}
            subtitle: An Ahlgren Mystery; A Novel; The First Case; A Thriller in Three Days
            feature: Everybody had a reason, and nobody has an alibi.; A cold case returns after thirty years.; The
              detective is clever, but the cat is cleverer.; Full of fog, lies and strong coffee.
            === Science Fiction
            price: 8-29
            share: 6
            noun: space opera; science fiction novel; story of the future
            place: Ganymede; the Ninth Moon; Europa Station; New Lagos; the Quiet Planet; Orbit Seven; Sector Zero;
              Titan
            title: Children of {place}; The Gardeners of {place}; Letters to {place}; {person} Dreams of {place}; The
              Clockmakers of {place}; Beyond {place}; A Short History of {place}; Rain over {place}
            subtitle: Book One; Book Two; A Novel; The Complete Saga
            feature: A generation ship has forgotten where it is going.; The first robot to be homesick tells its
              story.; Humanity gets a reply, but to which question?; Won two reader awards.
            == Non-Fiction
            pros: I learned something on every page; The photographs are gorgeous; The advice is concrete and it
              works; The author clearly knows what she writes about; The maps and the index are excellent
            cons: Several addresses are out of date; The binding broke after a week; The tone is rather preachy; The
              photographs are dark and badly printed
            === Cookbooks
            pros: Everything I tried so far was delicious; The photographs are gorgeous; The instructions are clear,
              even for beginners; My children ask for seconds; The stories between the recipes are charming
            cons: Half of the recipes need things I cannot buy; The binding broke after a week; The oven temperatures
              are plainly wrong; The tone is rather preachy
            price: 12-45
            share: 6
            noun: cookbook; kitchen companion; collection of recipes
            place: Anatolia; the Alentejo; Oaxaca; Bengal; Brittany; Hokkaido; Palermo; Beirut; Saigon; the Black
              Forest
            title: The Taste of {place}; Sunday Lunch in {place}; {place} from Scratch; Bread and Salt in {place};
              Vegetables of {place}; Grandmother's {place}; One Pot, {place}
            subtitle: 80 Simple Recipes; 120 Family Dishes; Cooking through the Seasons; Quick, Cheap and Good
            feature: Each recipe fits on one page.; Most dishes take less than forty minutes.; With a chapter on
              pickles, jams and preserves.; No special equipment is needed.
            === Travel Guides
            price: 11-32
            share: 5
            noun: travel guide; travel companion; guidebook
            place: Iceland; Lisbon; Kerala; Patagonia; the Scottish Isles; Tokyo; Ghana; the Dolomites; Québec;
              Istanbul; Tasmania
            title: Walking {place}; {place} by Train; Slow Days in {place}; The Secret Corners of {place}; {place} on
              Foot; {place} for Families
            subtitle: 40 Tours; With Folding Map; Updated Edition; Where the Locals Go
            feature: The routes can be downloaded for free.; With forty maps and a small phrase book.; Written by
              people who live there.; Hotels for every budget.
            """;

    private BooksOutline() {}
}
