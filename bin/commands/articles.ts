import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { parseOption } from "@/bin/parse-option";
import { print, type Command } from "@/bin/command";
import { articlePath } from "@/domain/articles/article";
import { deleteArticle } from "@/domain/articles/delete";
import { draftPath, type ListedDraft, type WrittenArticle } from "@/domain/articles/drafts/draft";
import { draftsFor, writtenArticle, writtenArticles } from "@/domain/articles/drafts/queries";
import { scheduleFile } from "@/domain/articles/drafts/schedule-file";
import { ScheduledDraft } from "@/domain/articles/drafts/schema";
import { articleFileText, articleWithPictures } from "@/domain/articles/export";
import { operator } from "@/domain/articles/policy";
import { Slug } from "@/domain/articles/schema";
import { publishAgain, unpublish } from "@/domain/articles/unpublish";
import { Handle } from "@/domain/members/schema";
import { contentOf, pathOf, withItsPictures } from "./article";
import * as t from "#messages/cli";
import { say } from "@/messages/say";

/** What can be read and piped: columns with a tab between. */
const list: Command = {
  name: "article list",
  usage: "",
  does: t.listArticles,
  run: async (args) => {
    nothingMore(args);
    for (const draft of await draftsFor(operator)) print(lineOfDraft(draft));
    for (let after: string | null = null; ;) {
      const { items, next } = await writtenArticles(after, operator);
      for (const article of items) print(lineOf(article));
      if (next === null) return;
      after = next;
    }
  },
};

const show: Command = {
  name: "article show",
  usage: "SLUG",
  does: t.showAnArticle,
  run: async (args) => {
    const article = await writtenArticle(slugIn(args), operator);
    const { slug, title, author, revision, publishedAt, corrected, isLead, draft } = article;
    const facts: [string, string | number | boolean | null][] = [
      ["title", title],
      ["author", author],
      ["address", articlePath(slug)],
      ["state", stateOf(article)],
      ["published", publishedAt],
      ["revision", revision],
      ["corrected", corrected],
      ["on top", isLead],
      ["draft", draft === null ? null : draftPath(draft)],
    ];
    for (const [name, value] of facts) print(`${name}\t${value ?? "-"}`);
  },
};

const exported: Command = {
  name: "article export",
  usage: "SLUG [FOLDER]",
  does: t.exportAnArticle,
  run: async ([slug, folder, ...more]) => {
    nothingMore(more);
    const named = parseOption(Slug, slug, "SLUG");
    if (folder === undefined) {
      process.stdout.write(await articleFileText(named, operator));
      return;
    }
    const { text, pictures } = await articleWithPictures(named, operator);
    const there = pathOf(folder);
    await mkdir(there, { recursive: true });
    for (const { name, bytes } of pictures) await writeFile(join(there, name), bytes);
    await writeFile(join(there, `${named}.md`), text);
    print(say(t.exportedTo, { file: join(there, `${named}.md`), pictures: pictures.length }));
  },
};

const taken: Command = {
  name: "article unpublish",
  usage: "SLUG",
  does: t.unpublishAnArticle,
  run: async (args) => {
    const slug = slugIn(args);
    await unpublish(slug, operator);
    print(say(t.isUnpublished, { slug }));
  },
};

const again: Command = {
  name: "article publish-again",
  usage: "SLUG",
  does: t.publishAnArticleAgain,
  run: async (args) => {
    const slug = slugIn(args);
    await publishAgain(slug, operator);
    print(say(t.isPublishedAgain, { slug: articlePath(slug) }));
  },
};

const gone: Command = {
  name: "article delete",
  usage: "SLUG --yes",
  does: t.deleteAnArticle,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { yes: { type: "boolean", default: false } },
    });
    const slug = slugIn(positionals);
    if (!values.yes) throw new Error(say(t.deleteIsForGood, { slug }));
    await deleteArticle(slug, operator);
    print(say(t.isDeletedForGood, { slug }));
  },
};

const schedule: Command = {
  name: "article schedule",
  usage: "FILE.md --at 2027-01-31T18:00:00Z --by USERNAME",
  does: t.scheduleAnArticle,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { at: { type: "string" }, by: { type: "string" } },
    });
    const [file, ...more] = positionals;
    nothingMore(more);
    if (file === undefined) throw new Error(say(t.isMissing, { name: "FILE.md" }));
    const at = parseOption(ScheduledDraft.shape.at, values.at, "--at");
    const by = parseOption(Handle, values.by, "--by");
    const text = await withItsPictures(await contentOf(file), dirname(pathOf(file)));
    const { id, fields, publishAt } = await scheduleFile(text, { at, by });
    print(say(t.isScheduled, { title: fields.title ?? "", when: publishAt ?? "", draft: draftPath(id) }));
  },
};

/** In the order `moot help` lists them. */
export const articleCommands: readonly Command[] = [list, show, exported, schedule, taken, again, gone];

function slugIn([slug, ...more]: string[]): string {
  nothingMore(more);
  return parseOption(Slug, slug, "SLUG");
}

function nothingMore([more]: readonly string[]): void {
  if (more !== undefined) throw new Error(say(t.isOneTooMany, { more }));
}

const lineOf = (article: WrittenArticle): string =>
  [stateOf(article), article.slug, article.revision, article.publishedAt, article.title].join("\t");

const lineOfDraft = ({ id, article, publishAt, savedAt, title }: ListedDraft): string =>
  [publishAt === null ? "draft" : "scheduled", article ?? id, "-", publishAt ?? savedAt, title].join("\t");

const stateOf = ({ deletedAt, unpublishedAt }: WrittenArticle): string =>
  deletedAt !== null ? "deleted" : unpublishedAt === null ? "published" : "unpublished";
