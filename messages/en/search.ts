// domain/search/schema.ts
export const whatToSearchFor = "Enter something to search for.";
export const tooLongToSearch = "A search can have at most {limit} characters.";
export const signThatCannotBeSearched = "Your search contains a character that cannot be searched for.";
export const searchKinds = "Search for all, articles, comments or members.";
export const searchSorts = "Sort by best or newest.";

// domain/search/parse-query.ts
export const tooManyWords = "A search can have at most {terms} words.";
export const writeTheDayAs = "A date must look like this: before:2026-11-28.";
export const statesAre =
  "A state must look like this: state:approved, state:pending, state:removed or state:withdrawn.";

// domain/search/side.ts
export const sideOfWhichArticle = "Say of which article, too: side:answer in:address-of-the-article.";
export const noSuchArticleToSearch = "There is no article at that address.";
export const noSidesThere = "Comments under that article show no votes.";
export const sidesNotShownYet =
  "You cannot search by side there yet. Votes are shown after yours, or after the close.";
export const sidesAre = "There is no such answer. The answers are: {sides}.";

// domain/search/cursor.ts
export const noSuchPlace = "This page does not belong to this search. Please search again.";

// domain/search/queries.ts
export const nothingToLookFor = "Enter at least one word to search for.";
export const onlyWordsToLeaveOut =
  "Add a word to search for: a search cannot consist of excluded words only.";
export const wordsTooCommon = "These words are too common. Add a rarer one.";

// domain/search/invariants.ts
export const searchHasWhatCanBeRead = "search finds the comments that can be read, and no others";
export const deskSearchHasWhatIsHidden = "moderators find the comments that are hidden, and no others";
export const searchHasWhoIsHere = "search finds the members who have an account, and no others";

// app/search/page.tsx
export const search = "Search";

// components/search/search-page.tsx
export const countResults = "{count, plural, one {1 result} other {{count} results}}";
export const resultsAndMore = "{count} results, and more on the next page";
export const orThis = "Did you mean “{meant}”?";

// components/search/search-form.tsx
export const articlesCommentsMembers = "Search articles, comments and members";
export const howToSearch =
  'Use quotes for an "exact phrase", and a minus before a word to exclude it. Narrow it down with author:username, in:address-of-an-article and before:2026-11-28. Where votes are shown, with side:answer, too.';

// components/search/search-filters.tsx
export const all = "All";
export const articles = "Articles";
export const comments = "Comments";
export const members = "Members";
export const bestFirst = "Best first";
export const newestFirst = "Newest first";
export const show = "Show";
export const sort = "Sort";

// components/search/search-hits.tsx
export const nothingFound = "Nothing found. Check the spelling, or try fewer words.";
export const thatWasAll = "No more results.";
export const results = "Results";
export const onlyTheNewestRanked =
  "Only the newest {ranked} are ranked. There are more: <newest>see all by date</newest>.";
export const moreResults = "More results";
export const didYouMeanThis = "Did you mean “<link>{meant}</link>”?";
export const didYouMean = "Did you mean one of these members?";

// components/search/found-members.tsx
export const allMembers = "All matching members";

// components/search/search-hit-item.tsx
export const byUnder = "{name} under “{title}”";
export const aFormerMember = "A former member";
export const pendingOnlyYou = "Pending: only you can find it";

// components/ui/header-search.tsx
export const searchHere = "Search";

// domain/search/desk.ts
export const onlyModeratorsSearchAll = "Only moderators can search all comments.";

// components/search/desk-search.tsx
export const searchAllComments = "Search all comments";
export const howToSearchAtTheDesk =
  "Finds pending, removed and withdrawn comments, too. Narrow it down with state:pending, rule:person, author:username, in:address-of-an-article and before:2026-11-28.";
export const byState = "By state";
export const byRule = "By rule";
export const approved = "Approved";
export const pending = "Pending";
export const rejected = "Removed";
export const withdrawn = "Withdrawn";
