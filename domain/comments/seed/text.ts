import type { Random } from "@/domain/polls/statistics/random";
import { GRAMMAR } from "./phrases";

/** Half of the comments are shorter than so many words, as in real threads. */
const MEDIAN_WORDS = 21;
/** How far lengths spread around it (of their natural logarithm). */
const SPREAD = 0.85;
const LONGEST_WORDS = 600;

/** A believable comment in Markdown: some quote what they answer, a few stress a word or make a list. */
export function commentText(random: Random, answered: string | null): string {
  const wanted = Math.min(LONGEST_WORDS, Math.round(MEDIAN_WORDS * Math.exp(SPREAD * normal(random))));
  const sentences: string[] = [];
  for (let words = 0; words < wanted * 0.8 || sentences.length === 0;) {
    const next = sentence(random, wanted - words);
    sentences.push(next);
    words += next.split(" ").length;
  }
  const body = paragraphs(sentences, random);
  if (answered !== null && random() < 0.08) return `> ${firstSentence(answered)}\n\n${body}`;
  return random() < 0.1 ? stressed(body, random) : body;
}

/** The one of three that comes nearest to the room there is. */
function sentence(random: Random, room: number): string {
  const tried = [1, 2, 3].map(() => capital(filled("sentence", random, 0)));
  const missing = (text: string) => Math.abs(text.split(" ").length - room);
  return tried.reduce((best, one) => (missing(one) < missing(best) ? one : best));
}

/** Deeper than this a claim within a claim within a claim is cut short. */
const DEEPEST = 4;

function filled(name: string, random: Random, depth: number): string {
  const list = GRAMMAR[name] ?? [name];
  const from = depth < DEEPEST ? list : list.filter((text) => !text.includes("{claim}"));
  return pick(from, random).replace(/\{(\w+)\}/g, (_, inner: string) => filled(inner, random, depth + 1));
}

function paragraphs(sentences: string[], random: Random): string {
  if (sentences.length > 5 && random() < 0.15) return sentences.map((one) => `- ${one}`).join("\n");
  return sentences.map((one, nth) => (nth === 0 ? one : nth % 4 === 0 ? `\n\n${one}` : ` ${one}`)).join("");
}

function stressed(text: string, random: Random): string {
  const words = text.split(" ");
  const nth = Math.floor(random() * words.length);
  const word = words[nth] ?? "";
  if (!/^[a-z]+$/.test(word)) return text;
  words[nth] = `*${word}*`;
  return words.join(" ");
}

const firstSentence = (text: string): string =>
  /^[^.?!\n>]*[.?!]?/.exec(text.replace(/^>.*\n+/, ""))?.[0] ?? "";
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function pick<T>(list: readonly T[], random: Random): T {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new RangeError("Nothing to pick from.");
  return one;
}

/** A normal deviate (Box and Muller, 1958). */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
