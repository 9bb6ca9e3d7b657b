/**
 * The one arrow of the house, as rules (docs/ARCHITECTURE.md): app → components → client, app → web → domain → platform.
 * Each rule is named after the sentence somebody breaks; its comment is what they are told.
 * @type {import("dependency-cruiser").IConfiguration}
 */

const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

/** What the domain keeps to the server: every file which says so in its first lines. All others are words. */
const BEHIND_THE_WALL = readdirSync("domain", { recursive: true })
  .filter(
    (file) =>
      /\.tsx?$/.test(file) && readFileSync(join("domain", file), "utf8").includes('import "server-only"'),
  )
  .map((file) => `^domain/${file.replaceAll(".", "\\.")}$`);

const TESTS = "(\\.test\\.tsx?$|^test/|^e2e/|^bench/)";

/** Parts of the platform with no input or output in them, which words may use. */
const PURE_PLATFORM = "^platform/(refusal|loopback|number|settings)\\.ts$";

module.exports = {
  forbidden: [
    {
      name: "no-circles",
      comment: "Two files that need each other are one file, or three. A circle has no order to read it in.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "platform-stands-alone",
      comment: "The platform is what we run on. It knows nothing of moots, so that any room may rest on it.",
      severity: "error",
      from: { path: "^platform/", pathNot: TESTS },
      to: { path: "^(app|components|client|web|domain|bin|scripts)/" },
    },
    {
      name: "domain-knows-no-web",
      comment: "What is true here is true for a page, a command and a job alike, so it cannot know who asks.",
      severity: "error",
      from: { path: "^domain/", pathNot: TESTS },
      to: {
        path: "^(app|components|client|web|bin|scripts)/|^next(-auth)?($|/)|node_modules/(next|next-auth|hono|@hono)/",
      },
    },
    {
      name: "words-are-pure",
      comment:
        "A noun's words (types, policies, schemas, rankings) do no input or output, so a browser may use them.",
      severity: "error",
      from: { path: "^domain/", pathNot: [TESTS, ...BEHIND_THE_WALL] },
      to: {
        path: ["^platform/", ...BEHIND_THE_WALL, "^generated/", "node_modules/(pg|@prisma|pino)/"],
        pathNot: PURE_PLATFORM,
      },
    },
    {
      name: "components-never-fetch-from-the-database",
      comment: "A component draws what it is given. Pages gather, and the client asks the door.",
      severity: "error",
      from: { path: "^components/", pathNot: TESTS },
      to: {
        path: ["^(app|web|platform|bin|scripts|generated)/", ...BEHIND_THE_WALL],
        pathNot: PURE_PLATFORM,
      },
    },
    {
      name: "client-asks-only-the-door",
      comment: "What runs in a browser knows the words and the door's addresses, and nothing of the server.",
      severity: "error",
      from: { path: "^client/", pathNot: TESTS },
      to: {
        path: ["^(app|components|web|platform|bin|scripts|generated)/", ...BEHIND_THE_WALL],
        pathNot: PURE_PLATFORM,
      },
    },
    {
      name: "browsers-carry-no-zod",
      comment:
        "The client takes the types of the door's answers, which are erased; their schemas would bring zod along.",
      severity: "error",
      from: { path: "^client/", pathNot: TESTS },
      to: { path: "/(answers|schema)\\.ts$|node_modules/zod/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "the-web-draws-nothing",
      comment:
        "How the world comes in is one thing and how it looks another; the door must stand without a page.",
      severity: "error",
      from: { path: "^web/", pathNot: TESTS },
      to: { path: "^(app|components|client|bin|scripts)/" },
    },
    {
      name: "protection-comes-before-all",
      comment: "What every request passes cannot know where it is going, nor who it turns out to be.",
      severity: "error",
      from: { path: "^web/protection/", pathNot: TESTS },
      to: { path: "^web/", pathNot: "^web/protection/" },
    },
    {
      name: "sessions-know-no-route",
      comment: "Who is asking is answered the same for a page, a route and a stream.",
      severity: "error",
      from: { path: "^web/sessions/", pathNot: TESTS },
      to: { path: "^web/(door|live)/" },
    },
    {
      name: "pages-do-not-reach-below",
      comment: "A page gathers what the domain reads. What the domain rests on is none of its business.",
      severity: "error",
      from: { path: "^app/", pathNot: TESTS },
      to: { path: "^(platform|bin|scripts|generated)/", pathNot: PURE_PLATFORM },
    },
    {
      name: "only-the-domain-touches-the-database",
      comment:
        "Rules that live beside a query are found and kept; a query in a route is where they are forgotten.",
      severity: "error",
      from: {
        path: "^(app|components|client|web)/",
        // Whether the database answers is not a fact about moots, nor are the door's own notes: how often somebody has
        // asked, what was answered to which key, what a refused form held, and their tidying.
        pathNot: [
          TESTS,
          "^web/(server/(server|health)|protection/rate-limit|jobs|route/idempotency|route/form-flash)\\.ts$",
        ],
      },
      to: { path: "^platform/database\\.ts$|^generated/|node_modules/(pg|@prisma)/" },
    },
    {
      name: "messages-are-said-by-all",
      comment: "What is said knows nothing of who says it, so that every room and every browser may say it.",
      severity: "error",
      from: { path: "^messages/" },
      to: { path: "^(app|components|client|web|domain|platform|bin|scripts)/" },
    },
    {
      name: "nobody-imports-tests",
      comment: "The cast and its props play in tests. What the site needs has its place in a room.",
      severity: "error",
      from: { pathNot: [TESTS, "^scripts/"] },
      to: { path: TESTS },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^generated/"] },
    exclude: { path: "^\\.next/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["react-server", "import", "node", "default"],
    },
  },
};
