import { expect, test } from "vitest";
import { asSlug, readDraft, typedTags } from "./as-article";

const WHOLE = { title: "On tea", slug: "on-tea", standfirst: "S.", author: "Eve", body: "Tea." };
const tagsOf = (tags: string) => readDraft({ ...WHOLE, tags }).front?.tags;

// Automattic/wp-calypso#1581, Nexmo/deved-platform#988, Geta/Tags#61
test.each([
  ["tea, habits", ["tea", "habits"]],
  ["茶、習慣，旅行", ["茶", "習慣", "旅行"]],
  ["شاي، عادات", ["شاي", "عادات"]],
  ['"Paris, France", tea,, ', ["Paris, France", "tea"]],
  ['the "old" way, tea', ['the "old" way', "tea"]],
  ["", []],
])("%j is these tags", (typed, tags) => expect(tagsOf(typed)).toEqual(tags));

test("what a file called one tag is one when the form that shows it is saved", () => {
  for (const tags of [["Paris, France", "tea"], ["茶、習慣"], ["a"], ['say "x"', "b"], []])
    expect(tagsOf(typedTags(tags))).toEqual(tags);
});

// tomhatzer/nova-slug-field#7, PiranhaCMS/piranha.core#510, ilopmar/grails-slug-generator#10, polyfony-inc/polyfony#267
test.each([
  ["Écoles d’été", "ecoles-d-ete"],
  ["Die Straße", "die-strasse"],
  ["Smørrebrød i Ærø", "smorrebrod-i-aero"],
  ["Łódź i żółw", "lodz-i-zolw"],
  ["Işık və gecə", "isik-ve-gece"],
  ["Đường Þór", "duong-thor"],
])("the address of %s is %s", (title, slug) => expect(asSlug(title, 100)).toBe(slug));

// Plume-org/Plume#97, HermanMartinus/bearblog#197, Kademi/kademi-dev#6713
test("of a title without Latin letters no address is made, and that is said where it is written", () => {
  for (const title of ["大千世界", "Чай или кофе", "🤔"]) {
    const { problems } = readDraft({ ...WHOLE, title, slug: "" });
    expect(problems.map(({ field }) => field)).toEqual(["slug"]);
    expect(problems[0]?.reason).toMatch(/^No address can be made of this title/);
  }
});
