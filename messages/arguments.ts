/**
 * What a message of ICU MessageFormat has to be given, read from its text by the compiler: `"{count, plural, one {# reply}
 * other {# replies}} by {name}"` takes `{ count: number; name: Plain }`. One thing missing, or one too many, does not compile.
 */
export type Plain = string | number;

/** The arguments of a message without tags. */
export type Arguments<Message extends string> = string extends Message ? never : Named<InMessage<Message>>;

/** The names of the tags of a message: `"See <link>the log</link>."` has `"link"`. */
export type Tags<Message extends string> = Message extends `${string}<${infer Tag}>${infer Rest}`
  ? (Tag extends `/${string}` ? never : Tag) | Tags<Rest>
  : never;

type Named<Pair> = {
  [Name in Pair extends [infer Name extends string, unknown] ? Name : never]: ValueOf<
    Pair extends [Name, infer Kind] ? Kind : never
  >;
};

type ValueOf<Kind> = "plural" extends Kind
  ? number
  : "number" extends Kind
    ? number
    : "select" extends Kind
      ? string
      : Plain;

/** Among words: up to the next argument, or to the end of a branch. */
type InMessage<Text extends string> = Text extends `${infer Words}{${infer Argument}`
  ? Words extends `${string}}${string}`
    ? AfterBranch<Text>
    : InArgument<Argument>
  : AfterBranch<Text>;

type AfterBranch<Text extends string> = Text extends `${string}}${infer Rest}` ? InBranches<Rest> : never;

type InArgument<Text extends string> = Text extends `${infer Inside}}${infer Rest}`
  ? Inside extends `${infer Name}, ${infer Kind}, ${string}`
    ? [Name, Kind] | (Text extends `${Name}, ${Kind}, ${infer Branches}` ? InBranches<Branches> : never)
    : Inside extends `${infer Name}, ${infer Kind}`
      ? [Name, Kind] | InMessage<Rest>
      : [Inside, "plain"] | InMessage<Rest>
  : never;

/** Between the branches of a plural or a select: up to the next branch, or to the end of the argument. */
type InBranches<Text extends string> = Text extends `${infer Before}{${infer Branch}`
  ? Before extends `${string}}${string}`
    ? AfterBranches<Text>
    : InMessage<Branch>
  : AfterBranches<Text>;

type AfterBranches<Text extends string> = Text extends `${string}}${infer Rest}` ? InMessage<Rest> : never;
