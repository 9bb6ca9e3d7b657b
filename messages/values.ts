/** What a message is given: text, numbers, anything that can stand in a page; a function for each tag. */
export type Values = Record<string, unknown>;
