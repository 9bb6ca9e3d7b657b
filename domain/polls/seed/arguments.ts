/** What the made-up cast argues, about the bundled article's question; `for` is the nth side, and how each side takes it. */
export type Argument = {
  text: string;
  /** The words it is about, of the article of a debate that has ended; elsewhere it is about no words. */
  about?: string;
  /** 0 or 1: the side its author shows; null shows none. */
  side: 0 | 1 | null;
  /** The share of respect among each side's reactions. */
  respect: readonly [number, number];
  /** Days ago. */
  day: number;
};

/** The one of them that breaks a house rule: it gives no reason. */
export const DISMISSIVE =
  "Of course they are complementary. Everything is complementary to everything. Next question.";

export const ARGUMENTS: readonly Argument[] = [
  {
    text: "I ran a lessons-learned database for six years. Nobody read it until we made the authors sit in the next project’s kick-off. The record was the excuse; the meeting was where anything was learned.",
    about: "It also tends to be read by nobody",
    side: 1,
    respect: [0.88, 0.92],
    day: 19,
  },
  {
    text: "They start from different ends. One asks what the organisation knows and where it is kept; the other asks who changed what they do on Monday. Budgets follow the question, so the difference is one of approach, whatever we say at conferences.",
    about: "two ways to the same place, of which one chooses one",
    side: 0,
    respect: [0.9, 0.62],
    day: 19,
  },
  {
    text: "Knowledge management is software sold to people who miss their colleagues.",
    side: 0,
    respect: [0.85, 0.15],
    day: 18,
  },
  {
    text: "A hospital I worked in had both. The protocol library told you what the last five teams had found; the Thursday round told you why you would not believe it. Take either away and the other dies within a year.",
    about: "two halves of which each is useless without the other",
    side: 1,
    respect: [0.82, 0.9],
    day: 17,
  },
  {
    text: "“Complementary” is what we say when we do not want to choose. If you can fund one post, is it a librarian or a facilitator? That is the question, and it has an answer in every organisation I have seen.",
    about: "Most places say that they do both.",
    side: 0,
    respect: [0.86, 0.55],
    day: 16,
  },
  {
    text: DISMISSIVE,
    side: 1,
    respect: [0.1, 0.5],
    day: 15,
  },
  {
    text: "Could somebody who votes for approach say what would change their mind? For me it would be one organisation that learned for ten years without writing anything down.",
    side: null,
    respect: [0.8, 0.84],
    day: 14,
  },
  {
    text: "Crews at sea did, for centuries: songs, watches, apprentices. And then they started keeping logs, because the crew was not always the same crew. I take that as a point for both of you.",
    about: "outlives those who were there",
    side: 1,
    respect: [0.86, 0.88],
    day: 13,
  },
  {
    text: "The article’s own table convinces me of less than it hopes. Half of its rows differ in vocabulary only.",
    about: "How it fails nobody reads it nobody comes",
    side: null,
    respect: [0.5, 0.45],
    day: 11,
  },
  {
    text: "I voted for approach and I am no longer sure. What got me is the hospital above: the difference I was defending is a difference between departments, not between ideas.",
    side: null,
    respect: [0.7, 0.86],
    day: 9,
  },
  {
    text: "Please look at who pays. Knowledge management is bought by the IT department and organisational learning by personnel. As long as that is so, they will be two approaches, however well they would go together.",
    about: "one person’s afternoon everyone’s hour",
    side: 0,
    respect: [0.9, 0.82],
    day: 8,
  },
  {
    text: "Both camps in this thread describe the same thing and call it by the name of their last employer.",
    side: null,
    respect: [0.55, 0.6],
    day: 5,
  },
];

/** Why some of them changed their vote; at least fifty characters each, as everybody's. */
export const REASONS: readonly string[] = [
  "I had only ever seen the database without the meeting. Put like this, I blamed the half that was there for the half that was missing.",
  "The hospital example shows one of them dying without the other, and that is more than I can explain by a difference of approach.",
  "It made me notice that I was arguing about departments and budgets, while the question is about the two activities.",
  "Logs were started because the crew changes. I had no answer to that, and I tried to find one for two days.",
  "I came for the theory and was moved by somebody who had done both for years and could say what broke first.",
  "My own team keeps notes and never meets about them. I recognised us, and I do not think it is a difference of approach.",
];
