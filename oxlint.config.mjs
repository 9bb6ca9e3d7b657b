/**
 * What the linter holds the code to: everything that typescript-eslint's `strict-type-checked` asks, by oxlint's own rules, which read the types
 * through TypeScript's native compiler; and our own laws at the end.
 */

/** Rules that need no option, grouped as their documentation groups them. */
const SCRIPT = [
  "no-array-constructor",
  "no-console",
  "no-unused-expressions",
  "no-useless-constructor",
  "no-var",
  "prefer-const",
  "prefer-rest-params",
  "prefer-spread",
];
const TYPES = [
  "await-thenable",
  "consistent-type-imports",
  "no-array-delete",
  "no-base-to-string",
  "no-deprecated",
  "no-duplicate-enum-values",
  "no-duplicate-type-constituents",
  "no-dynamic-delete",
  "no-empty-object-type",
  "no-explicit-any",
  "no-extra-non-null-assertion",
  "no-extraneous-class",
  "no-floating-promises",
  "no-for-in-array",
  "no-implied-eval",
  "no-invalid-void-type",
  "no-meaningless-void-operator",
  "no-misused-new",
  "no-misused-spread",
  "no-mixed-enums",
  "no-namespace",
  "no-non-null-asserted-nullish-coalescing",
  "no-non-null-asserted-optional-chain",
  "no-non-null-assertion",
  "no-redundant-type-constituents",
  "no-require-imports",
  "no-this-alias",
  "no-unnecessary-boolean-literal-compare",
  "no-unnecessary-condition",
  "no-unnecessary-template-expression",
  "no-unnecessary-type-arguments",
  "no-unnecessary-type-assertion",
  "no-unnecessary-type-constraint",
  "no-unnecessary-type-conversion",
  "no-unnecessary-type-parameters",
  "no-unsafe-argument",
  "no-unsafe-assignment",
  "no-unsafe-call",
  "no-unsafe-declaration-merging",
  "no-unsafe-enum-comparison",
  "no-unsafe-function-type",
  "no-unsafe-member-access",
  "no-unsafe-return",
  "no-unsafe-unary-minus",
  "no-useless-default-assignment",
  "no-wrapper-object-types",
  "only-throw-error",
  "prefer-as-const",
  "prefer-literal-enum-member",
  "prefer-namespace-keyword",
  "prefer-promise-reject-errors",
  "prefer-reduce-type-parameter",
  "prefer-return-this-type",
  "related-getter-setter-pairs",
  "require-await",
  "triple-slash-reference",
  "unbound-method",
  "unified-signatures",
  "use-unknown-in-catch-callback-variable",
];
const HOOKS = [
  "error-boundaries",
  "exhaustive-deps",
  "globals",
  "immutability",
  "incompatible-library",
  "preserve-manual-memoization",
  "purity",
  "refs",
  "rules-of-hooks",
  "set-state-in-effect",
  "set-state-in-render",
  "static-components",
  "unsupported-syntax",
  "use-memo",
];

const errors = (names, plugin) =>
  Object.fromEntries(names.map((name) => [plugin ? `${plugin}/${name}` : name, "error"]));

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

const textsOf = (selectors) => ({
  "eslint-js/no-restricted-syntax": [
    "error",
    ...selectors.map((selector) => ({ selector, message: CATALOGUE })),
  ],
});

export default {
  plugins: ["typescript", "react"],
  jsPlugins: ["eslint-plugin-compat", { name: "eslint-js", specifier: "oxlint-plugin-eslint" }],
  categories: { correctness: "off" },
  ignorePatterns: ["node_modules", ".next", ".data", ".cache", "generated", "next-env.d.ts", "test-results"],
  overrides: [
    {
      files: ["**/*.{ts,tsx}"],
      rules: {
        ...errors(SCRIPT),
        ...errors(TYPES, "typescript"),
        "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
        // Beside or below: `./`. Everywhere else: `@/`, which stays right when a file moves.
        "no-restricted-imports": [
          "error",
          {
            patterns: [
              { regex: "^\\.\\./", message: "Write @/… for what is not beside or below this file." },
            ],
          },
        ],
        "typescript/ban-ts-comment": ["error", { minimumDescriptionLength: 10 }],
        "typescript/no-confusing-void-expression": [
          "error",
          { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
        ],
        // Event handlers of React may be async, and `finally` waits for what it is given; a floating promise elsewhere is still an error.
        "typescript/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
        "typescript/restrict-plus-operands": [
          "error",
          {
            allowAny: false,
            allowBoolean: false,
            allowNullish: false,
            allowNumberAndString: false,
            allowRegExp: false,
          },
        ],
        // A template reads well with a number in it; everything else must be said to be text.
        "typescript/restrict-template-expressions": ["error", { allowNumber: true }],
        "typescript/return-await": ["error", "error-handling-correctness-only"],
      },
    },
    {
      files: ["{app,bin,client,components,domain}/**/*.{ts,tsx}"],
      excludeFiles: [
        "**/*.test.{ts,tsx}",
        "**/*.fixture.ts",
        "**/seed/**",
        "domain/members/sample.ts",
        "domain/answer-schema.ts",
      ],
      rules: textsOf(TEXTS),
    },
    {
      // Elsewhere only what one is refused with: the rest is for programs (the API's description) and for the log.
      files: ["{web,platform}/**/*.ts", "domain/**/seed/**/*.ts"],
      excludeFiles: ["**/*.test.ts"],
      rules: textsOf(REFUSALS),
    },
    { files: ["{app,components,client}/**/*.{ts,tsx}"], rules: errors(HOOKS, "react") },
    {
      // What runs in a browser uses nothing that the oldest of package.json's "browserslist" has not; test/browsers.test.ts asks the same of CSS.
      files: ["{components,client}/**/*.{ts,tsx}"],
      excludeFiles: ["**/*.test.{ts,tsx}"],
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
  ],
};
