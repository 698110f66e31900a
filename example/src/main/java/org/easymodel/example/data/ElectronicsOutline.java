package org.easymodel.example.data;

/** The words for the products of the department Electronics. */
final class ElectronicsOutline {

    /** To be read by {@link Outline}. */
    static final String TEXT = """
            = Electronics
            code: ELE
            brand: Norvik; Lumatek; Hoshimori; Auralis; Kestrel & Co.; Vantor; Teralink; Brightwell; Oruna;
              Pixelwright
            series: Aero; Nimbus; Vega; Core; Pulse; Flux; Orbit; Zenith; Nova; Drift; Echo; Prisma
            name: {brand} {series} {kind}, {variant}; {brand} {kind} {series} {number}, {variant}; {brand} {series}
              {number} {kind}
            number: 2; 3; 5; 7; 10; 12; 20; 21; 30; 50; 100; 300; 500; 700
            mood: dependable; powerful; slim; quiet; versatile; carefully built; compact
            use: home and office; long working days; students and commuters; demanding users; the whole family; travel
              and work
            lead: Our {mood} {~kind} for {use}.; The {series} series brings you a {mood} {~kind} for {use}.; From
              {brand}: a {mood} {~kind}, made for {use}.
            closing: Two-year warranty included.; Power adapter and quick start guide are in the box.; Ships in
              recyclable packaging.; Spare parts are available for at least seven years.; Tested in our own workshop.
            == Computers
            pros: The screen is bright and easy on the eyes; Setup took less than ten minutes; It stays quiet even
              under load; It handles dozens of browser tabs without a hiccup; The build quality is well above its
              price
            cons: The fan becomes audible after an hour; It came with too much preinstalled software; The stand
              wobbles a little when I type; There are fewer ports than I expected; The manual is hardly readable
            === Laptops
            price: 449-2899
            share: 9
            kind: Ultrabook; Gaming Laptop; Notebook; Convertible; Business Laptop; Student Laptop
            variant: 13 inch; 14 inch, 16 GB; 15 inch, 32 GB; 16 inch, 1 TB; 14 inch, "Silver Edition"
            feature: The battery lasts up to 14 hours.; A backlit keyboard makes late work easy.; The lid opens with
              one finger.; Memory and drive can be upgraded without special tools.; The matte display keeps
              reflections away.
            === Desktop Computers
            price: 399-3199
            share: 5
            kind: Tower; Mini Computer; Workstation; Gaming Tower; All-in-One
            variant: 16 GB; 32 GB, 1 TB; 64 GB, 2 TB; 8 GB, 512 GB
            feature: Tool-free access makes upgrades simple.; Large, slow fans keep the noise down.; Two displays can
              be attached.; The case is made of brushed aluminium.; Four quick ports are within reach at the front.
            === Monitors
            price: 119-1299
            share: 6
            kind: Monitor; Curved Monitor; Gaming Monitor; Photo Monitor; Portable Monitor
            variant: 24 inch; 27 inch, 4K; 32 inch, QHD; 34 inch, ultrawide; 16 inch
            feature: Height, tilt and rotation are adjustable.; Colours are calibrated at the factory.; One USB-C
              cable carries picture, data and power.; The refresh rate goes up to 165 Hz.; A blue light filter is
              built in.
            == Audio
            pros: The sound is warm and wonderfully clear; Pairing worked at the first attempt; It looks great on the
              shelf; Voices sound natural even at low volume; The bass is tight without being overwhelming
            cons: The app asks for an account before anything works; The cable is far too short; The bass drowns
              everything else; The buttons are hard to find in the dark; The finish attracts every fingerprint
            === Headphones
            price: 29-449
            share: 9
            kind: Wireless Headphones; Earbuds; Studio Headphones; Sports Earphones; Noise Cancelling Headset
            variant: black; white; midnight blue; sand; "Café Crème"
            feature: Soft ear cushions stay comfortable for hours.; Ten minutes of charging give three hours of
              music.; A second device can be connected at the same time.; The folding case fits into a jacket pocket.
            === Speakers
            price: 39-899
            share: 6
            kind: Bluetooth Speaker; Bookshelf Speakers; Soundbar; Subwoofer; Party Speaker; Kitchen Radio
            variant: walnut; black; pair, oak; white; forest green
            feature: The cabinet is made of real wood.; It survives rain, sand and poolside evenings.; Two of them
              make a stereo pair.; A single remote control is all you need.; Room correction adapts the sound to your
              walls.
            === Turntables
            price: 129-1199
            share: 3
            kind: Turntable; Belt-Drive Turntable; Record Player; Vinyl Starter Set
            variant: walnut; piano black; white; with preamplifier
            feature: The tonearm is balanced by hand.; A dust cover is included.; It plays 33 and 45 rpm.; Rubber feet
              keep footsteps out of the music.
            == Phones & Tablets
            pros: The camera surprised me, even at night; The battery easily lasts two days; It feels solid but not
              heavy; Moving everything from my old device took minutes
            cons: The edges feel rather sharp; It gets warm while charging; The surface is slippery like soap; It
              arrived with an outdated system; The colour looks different from the pictures
            === Smartphones
            price: 149-1249
            share: 8
            kind: Smartphone; Compact Smartphone; Outdoor Phone; Senior Phone; Camera Phone
            variant: 128 GB; 256 GB, black; 512 GB, titanium; 64 GB, blue; 256 GB, rosé
            feature: Seven years of updates are promised.; The battery is replaceable.; Glass on both sides resists
              scratches.; The camera has optical stabilisation.; Two SIM cards fit in.
            === Tablets
            price: 139-1099
            share: 4
            kind: Tablet; Drawing Tablet; Kids Tablet; Reader
            variant: 8 inch; 10 inch, 64 GB; 11 inch, 128 GB; 13 inch, with pen
            feature: The pen attaches magnetically.; Comics and photographs shine on the vivid display.; A parental
              mode is built in.; The battery lasts for a whole weekend of reading.
            === Phone Cases
            pros: It fits perfectly; It survived three falls already; It makes the phone much easier to hold; The
              leather smells lovely; All buttons are easy to reach
            cons: The surface is slippery like soap; It covers part of the camera; The corners came loose after a
              month; It turned yellow; The colour looks different from the pictures
            price: 9-59
            share: 6
            kind: Phone Case; Leather Sleeve; Bumper; Wallet Case; Screen Protector
            variant: clear; black; cognac; sage green; "Fjäll" pattern; set of 2
            feature: A raised edge protects the camera.; It survives falls from two metres.; Wireless charging works
              through it.; Three cards and a banknote fit inside.; The leather grows more beautiful with age.
            """;

    private ElectronicsOutline() {}
}
