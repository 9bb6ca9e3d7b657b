import { describe, expect, test } from "vitest";
import { renderArticle } from "./article";
import { mentioned, renderComment, saysNothing } from "./comment";
import { readableLength } from "./text";
import { beginning } from "./cut";
import { countWords } from "./words";
import { isolated } from "./isolates";
import { textPieces } from "./pieces";
import { bareText, ownWords, plainText } from "./plain";
import { firstSentence } from "@/domain/inbox/notice";
import { readingMinutes } from "@/domain/articles/article";
import { Name } from "@/domain/members/schema";

const html = (source: string) => renderArticle(source).html;
const refusedAt = (source: string) => renderArticle(source).problems.map(({ line }) => line);

/** What users of other systems met, tried here. Beside each stands where it was reported. */
describe("reports from elsewhere: whom a text calls", () => {
  test.each([
    ["chenzl25/lantor#20", "谢谢@bob的解释。", ["bob"]],
    ["chenzl25/lantor#20, its control", "write to name@example.com or abc@agent", []],
    ["mattermost/mattermost#34302", "これは＠bobさん", ["bob"]],
    ["WordPress/gutenberg#47249", "我和@bob，也请「@cy」看", ["bob", "cy"]],
    ["block/buzz#3904", "привет@bob, 안녕@cy님", ["bob", "cy"]],
    ["nextcloud/text#8468", '(@bob) [@cy] "@dee" —@eve *@ada*', ["bob", "cy", "dee", "eve", "ada"]],
    ["two names with a stroke between", "@bob/@cy", ["bob", "cy"]],
    ["a path of another site", "https://host.example/@bob and host.example/@bob", []],
    ["stackernews/stacker.news#2589", "```\n@bob\n```\n\nand `@cy`", []],
    ["exercism/exercism#754", "the variable `@strand` is one", []],
    ["julianlam/nodebb-plugin-mentions#26", "> @bob said so\n\nNo.", []],
    ["discourse/discourse#24902", "> > @bob\n> - @cy\n\n@dee, no.", ["dee"]],
  ])("%s: %s", (_source, text, called) => expect(mentioned(text)).toEqual(called));
});

describe("reports from elsewhere: Markdown that is meant and not read", () => {
  test.each([
    ["remarkjs/remark-gfm#20", "测试~~（删除线）~~", "<s>（删除线）</s>"],
    ["remarkjs/remark-gfm#20", "测试，**粗体。**字符。", "<strong>粗体。</strong>字符。"],
    ["markdown-it/markdown-it#1013", "**注意：**请先阅读。", "<strong>注意：</strong>请"],
    ["markdown-it/markdown-it#572", "[call](tel:+49301234)", 'href="tel:+49301234"'],
  ])("%s is done: %s", (_source, text, shown) => expect(html(text)).toContain(shown));

  test.each([
    ["markdown-it/markdown-it#925", "~~https://github.com~~", '<s><a href="https://github.com"'],
    [
      "thephpleague/commonmark#867",
      "~~Prefix: https://a.example/b/~~.",
      '<s>Prefix: <a href="https://a.example/b/"',
    ],
    [
      "kivikakk/comrak#423",
      "https://a.example/f.html#:~:text=Fri",
      'href="https://a.example/f.html#:~:text=Fri"',
    ],
    ["an address with strange signs", "https://a.example/~ann/~bob", 'href="https://a.example/~ann/~bob"'],
    ["laurent22/joplin#15444", "[](https://example.com/)", ">https://example.com/</a>"],
    ["laurent22/joplin#15462", "a [ \u200b](https://example.com/) b", ">https://example.com/</a> b"],
    ["grafana/grafana#106314", "¯\\_(ツ)_/¯", "<p>¯\\_(ツ)_/¯</p>"],
    ["ythecombinator/happy-valentines#5", "¯\\\\\\_(ツ)\\_/¯", "<p>¯\\_(ツ)_/¯</p>"],
    ["Thai", "และ**“ไทย”**ครับ", "<strong>“ไทย”</strong>ครับ"],
    ["Burmese", "**မြန်မာ။**စာ", "<strong>မြန်မာ။</strong>စာ"],
    ["Khmer", "ខ្ញុំ**«ខ្មែរ»**ល្អ", "<strong>«ខ្មែរ»</strong>ល្អ"],
    ["markedjs/marked#3617", "text**🎉**text", "<strong>🎉</strong>"],
    // A full stop inside brackets, underscores around an address and at the end of one: mastodon/mastodon#555, ljosa/urlize.js#8, markedjs/marked#872, discuitnet/discuit#163.
    ["ljosa/urlize.js#8", "(See https://a.example/foo.)", ">https://a.example/foo</a>.)"],
    ["mastodon/mastodon#555", "(see https://a.example/b_(c).)", ">https://a.example/b_(c)</a>.)"],
    ["markedjs/marked#872", "_https://a.example/r/its_official/_", "<em><a href"],
    ["markedjs/marked#872", "_see https://a.example/x_ so", "<em>see <a href"],
    ["markedjs/marked#872", "**_https://a.example/x_** so", ">https://a.example/x</a></em></strong> so"],
    ["discuitnet/discuit#163", "https://a.example/@as_you_", ">https://a.example/@as_you_</a>"],
    ["github/markup#980", "a snake_case https://a.example/X8_", ">https://a.example/X8_</a>"],
    ["commonmark/commonmark-spec#646", "按*️⃣键，再按*️⃣号", "按*️⃣键，再按*️⃣号"],
    ["commonmark/commonmark-spec#646", "***️⃣abc** and *️⃣", "<strong>*️⃣abc</strong> and *️⃣"],
    ["futuregene/future-os#744", "**复现：**10 轮", "<strong>复现：</strong>10"],
  ])("%s is done: %s, in comments too", (_source, text, shown) => {
    expect(html(text)).toContain(shown);
    expect(renderComment(text).replaceAll(' rel="nofollow ugc noopener"', "")).toContain(shown);
  });

  test.each([
    ["nea/MarkdownViewerPlusPlus#168", "โดย**พระเยโฮวาห์****พระเจ้า**ของ"],
    ["markedjs/marked#3617", "**Mark(🚩)**down."],
    ["remarkjs/remark-gfm#20", "Test,**bold.**Character."],
    ["xoofx/markdig#683", "**bold text ending with slash/**followed by non-blank"],
    ["jonschlinkert/remarkable#296", "**hello ** you"],
    ["evbacher/gd2md-html#95", "so ** with leading space.** it is"],
    ["markedjs/marked#672", "~~ foo~~"],
    ["elastic/eui#5790", "[link](www.example.com)"],
    ["mjbvz/vscode-markdown-footnotes#13", "<details open> <summary> More"],
    ["mattias800/prosper#2108", "| a | b |\n|---|---|\n| `x|y` | 2 |"],
    ["pulldown-cmark/pulldown-cmark#520", "| a | b |\n|---|---|\n| 1 | 2 | 3 |"],
    ["Python-Markdown/markdown#567", "|h1|h2|\n|--|--|\n|column1||**column2**|"],
    ["a heading with fewer cells", "| a | b |\n|---|\n| 1 | 2 |"],
    ["a row of hyphens left out", "| a | b |\n| 1 | 2 |"],
    ["a table without outer bars", "a | b\n--|--|--\n1 | 2"],
    ["a line broken in a cell", "| a | b |\n|---|---|\n| 1 | 2<br>3 |"],
    ["a remark of Obsidian's", "so %%it was%% ever"],
    ["an insertion", "a ++new++ word"],
    ["a spoiler", "a ||hidden|| word"],
    ["a box of MkDocs'", "!!! note\n    Words."],
    ["typesetting", "\\begin{quote}"],
    ["a formula", "so \\(x^2\\) is"],
    ["stbenjam/skillsaw#410, gnacho/Gnome-MD#11", "```js\nf()\n\nAnd so on."],
    ["the same in a list", "- a\n\n  ~~~~\n  b\n  ~~~\n\nc"],
    ["a formula of its own", "\\[\nx = 2\n\\]"],
    ["russross/blackfriday#193", "a[^1]\n\n[^1]: One[^2].\n\n[^2]: Two."],
  ])("%s is refused with its line: %s", (_source, text) =>
    expect(refusedAt(`First.\n\n${text}`)[0]).toBeGreaterThanOrEqual(3),
  );

  test("but code that ends, wherever it stands", () =>
    expect(
      refusedAt(
        "```\n~~~\n```\n\n> ~~~\n> a\n> ~~~~\n\n- b\n\n  ```\n  ```\n\nc[^1]\n\n[^1]: d\n\n    ```\n    e\n    ```",
      ),
    ).toEqual([]));

  test("and in a table with the line of its row", () => {
    expect(refusedAt("Words.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4<br>5 |")).toEqual([6]);
    expect(refusedAt("> | a | b |\n> |---|---|\n> | 1 | 2 | 3 |")).toEqual([3]);
    expect(
      refusedAt(
        "| a | b |\n|---|---|\n| `x\\|y` | 2 |\n| 3 |\n\nC++ and a | b, x || y, 50 %% (so) \\[sic\\] and \\[a = b_c\\]",
      ),
    ).toEqual([]);
  });

  test.each([
    ["Python-Markdown/markdown#412", "[^1]: \n    1.  One\n\n    2.  Two", /<ol>\n<li>\n?<p>One/],
    ["kjdev/hoextdown#4", "[^1]: foo\n\n      * list\n\n      not in list", /<\/ul>\n<p>not in list/],
    [
      "go-gitea/gitea#25450",
      "[^1]: blah\n\n    1. Point one\n    2. Point two",
      /<p>blah<\/p>\n<ol>\n<li>Point one/,
    ],
    ["forem/forem#17983", "[^1]: One.\n\n    Second paragraph.", /<p>Second paragraph. <a/],
  ])("a note, %s", (_source, note, shown) => {
    const [body = "", notes = ""] = html(`a[^1]\n\n${note}\n`).split('<section class="notes"');
    expect(notes).toMatch(shown);
    expect(body).not.toContain("<pre>");
  });

  test("a note called in a list, xoofx/markdig#223", () =>
    expect(html("- abc\n- def[^1]\n\n[^1]: toto")).toContain('<li id="note-1">toto'));
});

describe("reports from elsewhere: quotation marks", () => {
  test.each([
    ["typst/typst#7593", "the author(s)' response", "the author(s)’ response"],
    ["typst/typst#7593", "a Ph.D.' holder", "a Ph.D.’ holder"],
    ["typst/typst#5338", "'It's jolly good!' he laughed.", "‘It’s jolly good!’ he laughed."],
    [
      "kellym/smartquotes.js#19",
      "like, 'You want me?'\" says she at Mill's",
      "like, ‘You want me?’” says she at Mill’s",
    ],
    ["mundschenk-at/wp-typography#25", '("Some" word)', "(“Some” word)"],
    ["mundschenk-at/wp-typography#214", "the '60s", "the ’60s"],
    ["mgmeyers/obsidian-smart-typography#43", "'Tis the '20s", "’Tis the ’20s"],
    ["typora/typora-issues#4555", '"Wait—" he said', "“Wait—” he said"],
    ["typst/typst#8191", "我能\"吞下\"玻璃，也能'吞下'它", "我能“吞下”玻璃，也能‘吞下’它"],
    ["jgm/pandoc#8839", '以上对应"hydroxo-oxo"、"oxo-oxo"的情况.', "以上对应“hydroxo-oxo”、“oxo-oxo”的情况."],
    ["bruits/satteri#89", '"About Me"로, 표지판에"About me"라고', "“About Me”로, 표지판에“About me”라고"],
    ["typst/typst#6596", 'הוא אמר: "אתמול נסעתי לנתב"ג עם צה"ל".', "“אתמול נסעתי לנתב״ג עם צה״ל”."],
    ["typst/typst#7538", 'ב"טלפון" של ג\'ורג', "ב”טלפון” של ג׳ורג"],
    ["davidfstr/rdiscount#68", 'https://a.example/it\'s_"so"', ">https://a.example/it's_&quot;so&quot;</a>"],
  ])("%s: %s", (_source, typed, shown) => expect(html(typed)).toContain(shown));
});

// gohugoio/hugo#605, getkirby-v1/starterkit#128, rugk/unicodify#82, gettalong/kramdown#445, typst/typst#2513
test("straight quotation marks become those of the language", () => {
  const typed = 'Er sagte: "Ja, \'Einstein\'sche\' Ideen." "**So**"s';
  expect(
    ["de", "de-AT", "de-CH", "fr", "sv", "pt-BR", "xx"].map(
      (language) => renderArticle(typed, language).html,
    ),
  ).toEqual(
    [
      "Er sagte: „Ja, ‚Einstein’sche‘ Ideen.“ „<strong>So</strong>“s",
      "Er sagte: „Ja, ‚Einstein’sche‘ Ideen.“ „<strong>So</strong>“s",
      "Er sagte: «Ja, ‹Einstein’sche› Ideen.» «<strong>So</strong>»s",
      "Er sagte: «\u202fJa, “Einstein’sche” Ideen.\u202f» «\u202f<strong>So</strong>\u202f»s",
      "Er sagte: ”Ja, ’Einstein’sche’ Ideen.” ”<strong>So</strong>”s",
      "Er sagte: “Ja, ‘Einstein’sche’ Ideen.” “<strong>So</strong>”s",
      "Er sagte: “Ja, ‘Einstein’sche’ Ideen.” “<strong>So</strong>”s",
    ].map((shown) => `<p>${shown}</p>\n`),
  );
  expect(renderArticle('私は"日本語"です', "ja").html).toBe("<p>私は「日本語」です</p>\n");
});

describe("reports from elsewhere: scripts", () => {
  test("code first in a list of Hebrew does not turn it, NousResearch/hermes-agent#44628", () => {
    expect(renderComment("- `npm install` מתקין")).toContain(
      '<ul dir="auto">\n<li><code dir="ltr">npm install</code>',
    );
    expect(renderComment("@bob שלום")).toContain('dir="ltr"');
  });

  test.each([
    ["bluesky-social/social-app#5729", "bob\u200B", false],
    ["LemmyNet/lemmy#3437", "\u{ffef}bob", false],
    ["Facepunch/garrysmod-issues#5908", "\u2062\u2063", false],
    ["wireapp/wire-ios-utilities#33", "Sally 👩🏽‍🚀", true],
    ["NousResearch/hermes-agent#76857", "Ann 👨‍👩‍👧", true],
    ["diegosouzapw/OmniRoute#12186", "علی می‌خواهم", true],
    ["ancsemi/Haven#5509", "山田太郎", true],
  ])("a name, %s: %j", (_source, name, taken) => {
    const parsed = Name.safeParse(name);
    expect(parsed.success).toBe(taken);
    if (taken) expect(parsed.data).toBe(name.normalize("NFC"));
  });

  test.each([
    ["Humanizr/Humanizer#1573", "Hello 😄", 6, "Hello "],
    ["langfuse/langfuse#16172", "🦊🦊🦊", 2, "🦊🦊"],
    ["daniel3303/Equibles#775", "👨‍👩‍👧 and more", 3, ""],
  ])("a cut, %s", (_source, text, limit, cut) => {
    expect(beginning(text, limit)).toBe(cut);
    expect(readableLength(beginning(text, limit))).toBeLessThanOrEqual(limit);
  });

  test.each([
    ["emdash-cms/emdash#358", "これはとても大切な問題だと思います。".repeat(167), 4, 10],
    ["TryGhost/Ghost#9507", "我今天在家吃了好多好多好吃的，现在的我非常开心非常满足。".repeat(143), 7, 14],
    ["ngryman/reading-time#46", "다람쥐 헌 쳇바퀴에 타고파 ".repeat(238), 4, 4],
    ["codebuddies/backend#123", "हिंदी में जानकारी ".repeat(238), 3, 3],
  ])("minutes of reading, %s", (_source, text, least, most) => {
    const minutes = readingMinutes(countWords(text));
    expect(minutes).toBeGreaterThanOrEqual(least);
    expect(minutes).toBeLessThanOrEqual(most);
  });

  test.each([
    [
      "KEINOS/parsedown-extension_table-of-contents#23",
      "# Head1\n## Head1-1\n# Head2\n## 見出し2-1\n## Head1",
    ],
    ["rhiokim/haroopad#475", "# List\n## item\n## item\n## item again 1\n## item"],
    ["TheThingsNetwork/docs#19", "# A\n## A\n### A"],
  ])("ids of headings, %s", (_source, text) => {
    const ids = renderArticle(text).headings.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

// markedjs/marked#90, markdown-it/markdown-it#334, jgm/pandoc#11241, rust-lang/mdBook#895
test("a line's end between Chinese or Japanese signs is no blank, and between any others it is one", () => {
  expect(html("自强不息，厚\n德载物")).toBe("<p>自强不息，厚德载物</p>\n");
  expect(html("これは**重要**\n「です」")).toBe("<p>これは<strong>重要</strong>「です」</p>\n");
  expect(html("中文\nLatin\n中文\n\n한국어\n한국어")).toBe(
    "<p>中文\nLatin\n中文</p>\n<p>한국어\n한국어</p>\n",
  );
  expect(renderComment("自强不息\n德载物")).toContain("<br>");
  // What is wrong is still told by its own line.
  expect(refusedAt("自强\n不息\n德<br>载")).toEqual([3]);
});

describe("reports from elsewhere: what a mail shows of a comment", () => {
  test.each([
    ["Qlik-Branch/branch-resource-library#214", "One\ntwo\n\nThree", ["One\ntwo", "Three"]],
    ["oaeproject/Hilary#801", "```\nif x:\n    y < 1\n```", ["if x:\n    y < 1"]],
    ["KyleKing/mdformat-mkdocs#26", "24. Dezember\n25. Dezember", ["24. Dezember", "25. Dezember"]],
    ["labring/fastgpt-plugin#322", "- a\n  1. b\n  2. c\n- d", ["– a", "1. b", "2. c", "– d"]],
    [
      "boonebgorges/buddypress-docs#382, buttondown/roadmap#26",
      "[This *study*](https://a.example/x?y=1&z) and https://b.example and @bob",
      ["This study (https://a.example/x?y=1&z) and https://b.example and @bob"],
    ],
  ])("%s", (_source, text, shown) =>
    expect(textPieces(renderComment(text)).map((piece) => piece.text)).toEqual(shown),
  );

  test("an excerpt keeps the numbers of its lists, and they are no words of it", () => {
    const comment = renderComment("24. Dezember\n25. Dezember\n    - a\n    1. b\n\nc\n1. d");
    expect(plainText(comment)).toBe("24. Dezember 25. Dezember a 1. b c 1. d");
    expect(ownWords(comment, 14)).toBe("24. Dezember…");
    expect(bareText(comment)).toBe("Dezember Dezember a b c d");
    expect(saysNothing("1. ")).toBe(true);
  });

  test("ends where it is cut, in lines and in code", () => {
    const cut = (text: string, limit: number) =>
      textPieces(renderComment(text), limit).map((piece) => piece.text);
    expect(cut("One two three four\n\nfive", 12)).toEqual(["One two…"]);
    expect(cut("```\none\ntwo\n```\nthree", 5)).toEqual(["one\nt…"]);
    expect(cut("One\n\ntwo", 6)).toEqual(["One", "two"]);
  });

  test("names from the right turn no sentence: mastodon/mastodon#2777, DagAgren/toot#307, otwcode/otwarchive#4102", () => {
    expect(isolated("שלום (2)")).toBe("\u2068שלום (2)\u2069");
    expect(isolated("Ann")).toBe("Ann");
  });

  test("its subject ends with its sentence and not with an abbreviation", () => {
    const title = "Dr. No and the U.S. tariffs";
    expect(
      firstSentence(`Your comment under “${title}” was approved. Everyone can read it now.`, [title]),
    ).toBe(`Your comment under “${title}” was approved`);
    expect(firstSentence("A moderator wrote to you.", [undefined])).toBe("A moderator wrote to you");
  });
});
