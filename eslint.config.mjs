import compat from "eslint-plugin-compat";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const CATALOGUE = "Texts that people read stand in messages/ and are named here (docs/STYLE.md, 4).";

/** What a reader, a program or an operator is told. What only a programmer sees (`new Error`, API descriptions) is no text. */
const ATTRIBUTE = "JSXAttribute[name.name=/^(alt|aria-label|hint|label|placeholder|title|words)$/]";
const REFUSAL =
  "NewExpression[callee.name=/^(Refusal|Malformed|SignInFirst|NotAllowed|NotFound|Conflict|Unacceptable|TooMany)$/]";
/** Two words or more, the first with a capital. */
const SENTENCE = "/^\\p{Lu}[\\p{Ll}’]* \\p{L}/u";

const REFUSALS = [
  `${REFUSAL} > Literal.arguments[value=/\\p{L}/u]`,
  `${REFUSAL} > TemplateLiteral.arguments`,
];

const TEXTS = [
  "JSXText[value=/\\p{L}/u]",
  `${ATTRIBUTE} > Literal[value=/\\p{L}/u]`,
  `${ATTRIBUTE} > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=/\\p{L}/u]`,
  ...REFUSALS,
  `:not(NewExpression[callee.name=/Error$/]) > Literal[value=${SENTENCE}]`,
  `:not(NewExpression[callee.name=/Error$/], TaggedTemplateExpression) > TemplateLiteral > TemplateElement[value.raw=${SENTENCE}]`,
];

export default tseslint.config(
  { ignores: ["node_modules", ".next", ".data", ".cache", "generated", "next-env.d.ts", "test-results"] },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A template reads well with a number in it; everything else must be said to be text.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // Event handlers of React may be async; a floating promise elsewhere is still an error.
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-console": "error",
      // Beside or below: `./`. Everywhere else: `@/`, which stays right when a file moves.
      "no-restricted-imports": [
        "error",
        {
          patterns: [{ regex: "^\\.\\./", message: "Write @/… for what is not beside or below this file." }],
        },
      ],
    },
  },
  {
    files: ["{app,bin,client,components,domain}/**/*.{ts,tsx}"],
    ignores: [
      "**/*.test.{ts,tsx}",
      "**/*.fixture.ts",
      "**/seed/**",
      "domain/members/sample.ts",
      "domain/answer-schema.ts",
    ],
    rules: {
      "no-restricted-syntax": ["error", ...TEXTS.map((selector) => ({ selector, message: CATALOGUE }))],
    },
  },
  {
    // Elsewhere only what one is refused with: the rest is for programs (the API's description) and for the log.
    files: ["{web,platform}/**/*.ts", "domain/**/seed/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-syntax": ["error", ...REFUSALS.map((selector) => ({ selector, message: CATALOGUE }))],
    },
  },
  {
    // Where React is; these rules compile a file to look at it.
    files: ["{app,components,client}/**/*.{ts,tsx}"],
    plugins: { "react-hooks": hooks },
    rules: hooks.configs.recommended.rules,
  },
  {
    // What runs in a browser uses nothing that the oldest of package.json's "browserslist" has not; test/browsers.test.ts asks the same of CSS.
    files: ["{components,client}/**/*.{ts,tsx}"],
    ignores: ["**/*.test.{ts,tsx}"],
    plugins: { compat },
    rules: {
      "compat/compat": "error",
      "no-restricted-properties": [
        "error",
        {
          object: "crypto",
          property: "randomUUID",
          message: "It is missing where there is no https: newIdempotencyKey().",
        },
      ],
    },
  },
);
