// domain/search/schema.ts
export const whatToSearchFor = "Write what you are looking for.";
export const tooLongToSearch = "A search can have at most {limit} characters.";
export const signThatCannotBeSearched = "There is a character in it that nobody can search for.";
export const searchKinds = "Search all, articles, comments or members.";
export const searchSorts = "Sort by best or newest.";

// domain/search/asked.ts
export const tooManyWords = "A search can have at most {terms} words.";
export const writeTheDayAs = "Write the day like this: before:2026-11-28.";

// domain/search/cursor.ts
export const noSuchPlace = "There is no such page in this search. Start it again.";

// domain/search/queries.ts
export const nothingToLookFor = "There is no word in it to look for.";
export const onlyWordsToLeaveOut = "Add a word to look for. A search cannot only leave words out.";
export const wordsTooCommon = "These words are too common to look for. Add one that is less so.";

// app/search/page.tsx
export const search = "Search";

// components/search/search-form.tsx
export const articlesCommentsMembers = "Search articles, comments and members";
export const howToSearch =
  'Use quotes for an "exact phrase", and a minus before a word to leave out. Narrow it down with author:username, in:address-of-an-article and before:2026-11-28.';

// components/search/search-filters.tsx
export const all = "All";
export const articles = "Articles";
export const comments = "Comments";
export const members = "Members";
export const bestFirst = "Best first";
export const newestFirst = "Newest first";
export const show = "Show";
export const sort = "Sort";

// components/search/search-results.tsx
export const nothingFound = "Nothing found. Check the spelling, or try fewer words.";
export const thatWasAll = "That was all.";
export const results = "Results";
export const onlyTheNewestRanked =
  "Ranked among the newest {ranked}. There are more: <newest>see all by date</newest>.";
export const allMembers = "All members found";
export const moreResults = "More results";
export const byUnder = "{name} under “{title}”";
export const aFormerMember = "A former member";
export const pendingOnlyYou = "Pending: only you can find it";

// components/search/header-search.tsx
export const searchHere = "Search";
