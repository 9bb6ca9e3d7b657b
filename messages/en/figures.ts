// components/figures/figure.tsx
export const asATable = "{title}, as a table";

// components/figures/column-chart.tsx
export const atFirstAtTheEnd = "{firstDays}: {first}. {lastDays}: {last}.";
export const onlyOneColumn = "{days}: {shares}.";

// components/figures/describe.ts
export const labelWithShare = "{label} {share}";

// components/figures/gain-bars.tsx
export const gainedAtLeast = "+{members} or more";
export const lostAtLeast = "−{members} or more";
export const neither = "0";
export const sideGained = "{label}: at least {members} more came than left";
export const sideLost = "{label}: at least {members} more left than came";
export const sideStayed = "{label}: about as many came as left";

// components/polls/movement.tsx
export const comingsAndGoings = "Who joined and left each side";
export const side = "Side";
export const moreCame = "More came than left, at least";
export const moreLeft = "More left than came, at least";

// components/polls/guess-gap.tsx
export const theGuessesAndTheResult = "The guesses and the result";
export const whatItWas = "The result";
export const whatHalfGuessed = "The typical guess";
export const whatYouGuessed = "Your guess";
export const whose = "Whose figure";
export const figure = "Figure";

// components/polls/share-bar.tsx
export const theResult = "The result: {shares}";
