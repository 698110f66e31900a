package org.easymodel.example.data;

/** The words for reviews; the lists end in a for one star up to e for five stars. */
final class ReviewOutline {

    /** To be read by {@link Outline}. */
    static final String TEXT = """
            = Reviews
            recipient: my daughter; my brother; my parents; our holiday flat; a colleague; myself; my neighbour; my
              partner; a friend's birthday; our new home; my nephew in Malmö; my mother-in-law
            time: three weeks; a month; half a year; a few days; the whole winter; two months; quite a while; a long
              weekend
            recommender: A friend; My sister; A magazine; The man in the shop around the corner; A colleague; Our
              neighbour José; My flatmate Zoë
            titlea: Waste of money; Sent it back; Very disappointed; Never again; Broken after a week; "Quality" looks
              different; Do not buy; A bad joke; Not as described; One star is one too many
            titleb: Not convinced; Expected more; Below average; Could be so much better; Mixed feelings, mostly bad;
              Overpriced; Not my taste; Nice idea, poor execution; Meh
            titlec: It is okay; Does its job; Average; Good, but not great; Some light, some shadow; You get what you
              pay for; Fair enough; Decent; Neither good nor bad; Three solid stars
            titled: Good value; Very good, with one small flaw; Happy with it; Would buy again; Nearly perfect; Solid
              quality; Recommended; Nice {noun}; Good choice; Pleasantly surprised; Better than expected
            titlee: Simply perfect; Love it!; Best {noun} I ever had; Absolutely recommended; Exceeded all my
              expectations; Five stars, no doubt; Wonderful; A joy every single day; Worth every cent; Très bien!;
              Exactly what I was looking for; "Wow" says it all; Outstanding
            openinga: I had great hopes for the {noun}, and all of them were disappointed.; Bought for {recipient} and
              regretted it at once.; After {time} I gave up.; The photographs promise a lot, the product keeps nothing
              of it.; I hardly ever write reviews, but this deserves a warning.; Customer service answered politely,
              yet nobody could help.
            openingb: I really wanted to like the {noun}.; {recommender} praised the {noun}, but I cannot agree.; For
              this price I expected more.; It works, somehow, but I would not buy it again.; After {time}, I am rather
              disappointed.; Bought for {recipient}, who was not impressed.
            openingc: The {noun} is okay for the price, nothing more and nothing less.; I have been using the {noun}
              for {time} now, with mixed feelings.; Bought for {recipient}, but the enthusiasm was limited.; There are
              good sides and bad sides.; It does what it should, but not more.
            openingd: After {time} I am happy with the {noun}.; Bought for {recipient}, who likes it a lot.;
              {recommender} recommended the {noun} to me, rightly so.; A good {noun} for a fair price.; Delivery was
              quick and the packaging sensible.; My second purchase from {brand}, and again a good one.; I compared
              many before I chose this one.
            openinge: I love the {noun}!; {recommender} told me about {brand}, and I am so glad.; Bought for
              {recipient}: pure happiness.; I have had the {noun} for {time} and would not want to miss it.; Ordered
              on Monday, delivered on Wednesday, loved since Thursday.; I have tried many, and nothing comes close.;
              What a lovely thing!; Already ordered a second one for {recipient}.
            turnb: On the bright side:; To be fair:; One good thing:
            turnc: On the other hand:; However:; What I did not like:; A pity, though:
            turnd: One small complaint:; The only drawback:; Minus one star because of this:; If I had to criticise
              something:
            closinga: My money is gone, keep yours.; It goes back tomorrow.; I asked for a refund and am still
              waiting.; Stay away.; Such a shame.
            closingb: I will look for something else.; There are better ones for less.; Perhaps I just had bad luck.;
              It now lives in the cellar.
            closingc: Fine if you find it on sale.; You can buy it, but you do not have to.; For occasional use it is
              good enough.; I keep it anyway.
            closingd: I would buy it again.; Clear recommendation.; Good work, {brand}.; All in all a good buy.;
              Thanks for the quick delivery!
            closinge: I can only recommend it.; Thank you, {brand}!; Buy it, you will not regret it.; My favourite
              purchase this year.; Ten out of ten.; Merci beaucoup!
            """;

    private ReviewOutline() {}
}
