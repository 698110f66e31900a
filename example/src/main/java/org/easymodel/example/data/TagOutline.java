package org.easymodel.example.data;

/** The tags; a tag with departments is for their products only. */
final class TagOutline {

    /** To be read by {@link Outline}. */
    static final String TEXT = """
            = bestseller
            share: 9
            = new-arrival
            share: 8
            = sale
            share: 12
            = gift-idea
            share: 10
            = limited-edition
            share: 3
            = eco-friendly
            share: 8
            = made-in-europe
            share: 6
            = staff-pick
            share: 3
            = clearance
            share: 2
            = award-winning
            share: 2
            = small-business
            share: 2
            = plastic-free
            share: 4
            = wireless
            departments: ELE
            share: 14
            = usb-c
            departments: ELE
            share: 10
            = energy-saving
            departments: ELE
            share: 6
            = refurbished
            departments: ELE
            share: 4
            = gaming
            departments: ELE
            share: 6
            = smart-home
            departments: ELE
            share: 5
            = repairable
            departments: ELE; SPO
            share: 4
            = waterproof
            departments: ELE; SPO; FAS
            share: 6
            = dishwasher-safe
            departments: HOM
            share: 8
            = oak
            departments: HOM
            share: 5
            = scandinavian
            departments: HOM; FAS
            share: 7
            = space-saving
            departments: HOM; GAR
            share: 6
            = handmade
            departments: HOM; FAS; GAR
            share: 5
            = organic-cotton
            departments: HOM; FAS
            share: 8
            = vegan
            departments: FAS; BOO; SPO
            share: 4
            = fair-trade
            departments: FAS; HOM
            share: 5
            = summer
            departments: FAS; SPO; GAR
            share: 9
            = winter
            departments: FAS; SPO
            share: 7
            = plus-size
            departments: FAS
            share: 4
            = lightweight
            departments: SPO; ELE
            share: 7
            = beginner-friendly
            departments: SPO; GAR; BOO
            share: 6
            = family
            departments: SPO; BOO; HOM
            share: 6
            = kids
            departments: SPO; BOO; ELE
            share: 3
            = page-turner
            departments: BOO
            share: 9
            = translated
            departments: BOO
            share: 6
            = signed
            departments: BOO
            share: 2
            = bee-friendly
            departments: GAR
            share: 9
            = balcony
            departments: GAR
            share: 7
            """;

    private TagOutline() {}
}
